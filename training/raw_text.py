#!/usr/bin/python3
"""Gathers raw English text, roughly tokenised as Universal Dependencies does, one sentence a line, for pretraining word vectors
and for distilling an ensemble. Usage: raw_text.py DATA_FOLDER [WORDNET_DICT_FOLDER] > raw.txt
Only text that a shipped model may be trained on (see INDEX.md of the data); no dev file is read."""
import glob
import json
import os
import re
import sys

TOKEN = re.compile(
    r"(?:https?://\S+|www\.\S+|\S+@\S+\.\w+)"          # addresses
    r"|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Rev|St|Jr|Sr|Prof|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|[A-Z])\."
    r"|\d+(?:[.,:]\d+)*|[A-Za-zÀ-ɏ]+|--+|\.\.\.|[^\sA-Za-zÀ-ɏ\d]"
)
CONTRACTION = re.compile(r"(?i)^(\w+)(n['’]t)$")


def tokens(sentence):
    sentence = re.sub(r"(?i)\b(can)(not)\b", r"\1 \2", sentence)
    sentence = re.sub(r"(?i)(\w)(n['’]t)\b", "\\1 \x01\\2", sentence)
    sentence = re.sub(r"(?i)(\w)(['’](?:s|re|ve|ll|d|m))\b", "\\1 \x01\\2", sentence)
    out = []
    for piece in sentence.split():
        if piece.startswith("\x01"):
            match = re.match(r"(?i)\x01(n['’]t|['’](?:s|re|ve|ll|d|m))(.*)$", piece)
            out.append(match.group(1))
            piece = match.group(2)
        out += TOKEN.findall(piece)
    return out


ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Rev|St|Prof|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)|\b[A-Z]|[A-Z]\.[A-Z])\.$")


def sentences(text):
    text = re.sub(r"\s+", " ", text).strip()
    start = 0
    for match in re.finditer(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])", text):
        piece = text[start : match.end()].strip()
        if ABBREVIATION.search(piece):
            continue
        yield piece
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def texts(data):
    for path in sorted(glob.glob(f"{data}/state-dept-rdcr/articles/*.xml")):
        body = re.sub(r"(?s)<teiHeader>.*?</teiHeader>", "", open(path, encoding="utf-8").read())
        for block in re.findall(r"(?s)<p\b[^>]*>(.*?)</p>", body):
            yield re.sub(r"<[^>]+>", "", block).replace("&amp;", "&")
    for path in sorted(glob.glob(f"{data}/state-dept-travels/*/*.xml")):
        for block in re.findall(r"(?s)<(?:description|remarks)>(.*?)</", open(path, encoding="utf-8").read()):
            yield block.replace("&amp;", "&")
    for path in sorted(glob.glob(f"{data}/wcep-2015-09/data/*.json")):
        for text in re.findall(r'"(?:description|text)"\s*:\s*("(?:[^"\\]|\\.)*")', open(path, encoding="utf-8").read()):
            yield re.sub(r"<[^>]+>", "", json.loads(text))
    for path in sorted(glob.glob(f"{data}/re3d/*/documents.json")):
        for line in open(path, encoding="utf-8"):
            yield from json.loads(line).get("text", "").split("\n")
    for path in sorted(glob.glob(f"{data}/polnear/train/text/*.txt")):
        yield from open(path, encoding="utf-8").read().split("\n")


def wordnet(folder):
    for name in ("noun", "verb", "adj", "adv"):
        for line in open(os.path.join(folder, f"data.{name}"), encoding="latin-1"):
            if line.startswith("  ") or "|" not in line:
                continue
            head = line.split(" ")
            words = [w.replace("_", " ").split("(")[0] for w in head[4 : 4 + 2 * int(head[3], 16) : 2]]
            gloss = line.split("|", 1)[1].strip()
            for part in gloss.split(";"):
                part = part.strip().strip('"')
                if part and part[0] != "(":
                    yield ((", ".join(words) + " : ") if part == gloss.split(";")[0].strip() else "") + part


def main():
    seen = set()
    for text in texts(sys.argv[1]):
        for sentence in sentences(text):
            words = tokens(sentence)
            if 3 <= len(words) <= 80 and (key := " ".join(words)) not in seen:
                seen.add(key)
                print(key)
    if len(sys.argv) > 2:
        print("#glosses")
        for gloss in wordnet(sys.argv[2]):
            words = tokens(gloss)
            if 3 <= len(words) <= 80 and (key := " ".join(words)) not in seen:
                seen.add(key)
                print(key)


main()
