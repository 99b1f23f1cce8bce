#!/usr/bin/env python3
"""Gathers sentences with their names for training, a class a word: O, B-person, I-person …; "?" where nobody has said.

Annotated sentences come once as they are and some times with other names in place of theirs.
Sources: GUM's entities (a span is a name where its head is a proper noun), EWT's proper nouns as far as the project's own knowledge
tells their kind, CrossNER politics train, re3d's named mentions, and the wire-like sentences of wires.py, and raw news as far as the knowledge tells.
Usage: names.py DATA_FOLDER KNOWLEDGE_FOLDER WIRES.conllu RAW.txt > names.tsv
       names.py --iob2 FILE… > dev.tsv        (UNER's and CrossNER's files in the same form, for scores)
"""
import json
import random
import re
import sys
from collections import Counter

KINDS = {
    "person": "person", "politician": "person", "per": "person",
    "organization": "organisation", "organisation": "organisation", "politicalparty": "organisation", "org": "organisation",
    "place": "place", "location": "place", "country": "place", "loc": "place",
    "event": "event", "election": "event",
    "misc": "other", "object": "other", "abstract": "other", "plant": "other", "animal": "other", "substance": "other", "time": "O",
}
BODY_WORDS = set("""University College School Institute Inc Corp Corporation Company Co Ltd Ministry Council Committee Commission Party Bank
Department Agency Association Foundation Congress Parliament Senate Court Group Union Army Navy Force Police Bureau Organization
Organisation Office Church Hospital Museum League Federation Authority Airlines""".split())
JOINTS = {"of", "for", "and", "the", "de", "al", "&", "-", "'s", "’s"}


def sentences(path):
    """CoNLL-U sentences as rows of the ten columns, multiword tokens and empty nodes left out."""
    rows = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if rows:
                yield rows
            rows = []
        elif not line.startswith("#") and re.match(r"\d+\t", line):
            rows.append(line.split("\t"))
    if rows:
        yield rows


KEPT = []


def write(forms, classes):
    KEPT.append((list(forms), list(classes)))
    for form, kind in zip(forms, classes):
        print(f"{form}\t{kind}")
    print()


def mark(classes, start, end, kind):
    if kind == "O":
        return
    for at in range(start, end):
        classes[at] = ("B-" if at == start else "I-") + kind


def gum(path):
    """Entity brackets of the MISC column; nested ones are written from the outside in, so that the outermost name stands."""
    open_spans = []
    for rows in sentences(path):
        spans, open_spans = [], []
        for at, row in enumerate(rows):
            entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
            for piece in re.findall(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)", entity):
                single, opened, closed = piece
                if single:
                    spans.append((at, at + 1, single.split("-")[1] if "-" in single else ""))
                elif opened:
                    open_spans.append((at, opened.split("-")[0], opened.split("-")[1] if "-" in opened else ""))
                else:
                    key = closed.split("-")[0]
                    for back in range(len(open_spans) - 1, -1, -1):
                        if open_spans[back][1] == key:
                            start, _, kind = open_spans.pop(back)
                            spans.append((start, at + 1, kind))
                            break
        forms = [row[1] for row in rows]
        proper = [row[3] == "PROPN" for row in rows]
        classes = ["O"] * len(rows)
        taken = [False] * len(rows)
        for start, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
            heads = [at for at in range(start, end) if not start <= int(rows[at][6]) - 1 < end]
            if len(heads) != 1 or not proper[heads[0]]:
                continue
            low = high = heads[0]
            while low > start and (proper[low - 1] or (forms[low - 1] in JOINTS and low - 1 > start and proper[low - 2]) or (rows[low - 1][3] == "ADJ" and forms[low - 1][:1].isupper() and int(rows[low - 1][6]) - 1 == heads[0])):
                low -= 1
            while high + 1 < end and (proper[high + 1] or (forms[high + 1] in JOINTS and any(proper[high + 2:min(end, high + 4)]))):
                high += 1
            # "President Obama": the title is no part of the name.
            while low < heads[0] and rows[low][7] in ("nmod:desc", "det", "case"):
                low += 1
            if any(taken[low:high + 1]):
                continue
            mark(classes, low, high + 1, KINDS.get(kind, "other"))
            taken[low:high + 1] = [True] * (high + 1 - low)
        write(forms, classes)


def knowledge(folder):
    places, given, bodies = set(), Counter(), set()
    for line in open(f"{folder}/places/cities.tsv", encoding="utf-8"):
        if not line.startswith(("#", "name\t")):
            cells = line.split("\t")
            places.update([cells[0], *cells[1].split("|")])
    text = open(f"{folder}/actors/states.yaml", encoding="utf-8").read()
    places.update(name.strip() for name in re.findall(r"^\s*(?:- )?name: (.+)$", text, re.M))
    for names in re.findall(r"^\s*also: \[(.+)\]$", text, re.M):
        places.update(name.strip() for name in names.split(","))
    for line in open(f"{folder}/offices/holders.tsv", encoding="utf-8"):
        cells = line.split("\t")
        if len(cells) > 3 and " " in cells[3]:
            given[cells[3].split(" ")[0]] += 1
    text = open(f"{folder}/actors/organisations.yaml", encoding="utf-8").read()
    bodies.update(name.strip() for name in re.findall(r"^\s*(?:- )?name: (.+)$", text, re.M))
    for names in re.findall(r"^\s*also: \[(.+)\]$", text, re.M):
        bodies.update(name.strip() for name in names.split(","))
    places.discard("")
    return places, {name for name, count in given.items() if count > 2 and name not in places and len(name) > 2}, bodies - places


def documents(path):
    """Documents of a CoNLL-U file, each a list of sentences."""
    document, rows = [], []
    for line in [*open(path, encoding="utf-8"), "# newdoc\n"]:
        line = line.rstrip("\n")
        if line.startswith("# newdoc") and document:
            yield document
            document = []
        elif re.match(r"\d+\t", line):
            rows.append(line.split("\t"))
        elif not line and rows:
            document.append(rows)
            rows = []


def ewt(path, folder):
    """Runs of proper nouns get the kind that lists, titles or the rest of the document tell; the others stay open."""
    places, given, bodies = knowledge(folder)
    known = {**{name: "person" for name in GIVEN_NAMES}, **{name: "organisation" for name in COMPANIES}}
    major = large(folder)

    def kind_of(words):
        name = " ".join(words)
        if name in bodies or name in COMPANIES or (len(words) > 1 and words[-1] in BODY_WORDS):
            return "organisation"
        if name in major or (len(words) > 1 and name in places):
            return "place"
        if len(words) == 1:
            return known.get(name, "?")
        if len(words) < 4 and (words[0] in given or words[0] in GIVEN_NAMES) and all(w[:1].isupper() for w in words):
            return "person"
        return "?"

    for document in documents(path):
        runs, told = [], {}
        for number, rows in enumerate(document):
            forms, at = [row[1] for row in rows], 0
            while at < len(rows):
                if rows[at][3] != "PROPN":
                    at += 1
                    continue
                end = at + 1
                while end < len(rows) and rows[end][3] == "PROPN":
                    end += 1
                joined = end + 1 < len(rows) and forms[end] in JOINTS and rows[end + 1][3] == "PROPN"
                joined = joined or (at > 1 and forms[at - 1] in JOINTS and rows[at - 2][3] == "PROPN")
                start = at
                while start < end and forms[start].rstrip(".") in TITLES:
                    start += 1
                words = forms[start:end]
                if not words or all(w in DATES for w in words):
                    kind = "O"
                elif joined:
                    kind = "?"
                else:
                    kind = "person" if start > at and len(words) < 4 and kind_of(words) == "?" else kind_of(words)
                runs.append((number, start, end, kind))
                if kind == "person":
                    told.update({word: kind for word in words if len(word) > 2})
                elif kind == "organisation" and len(words) > 1:
                    told.setdefault(words[0], kind)
                at = end
        classes = [["O"] * len(rows) for rows in document]
        for number, start, end, kind in runs:
            forms = [row[1] for row in document[number]]
            if kind == "?" and end - start == 1:
                kind = told.get(forms[start], "?")
            if kind == "?":
                classes[number][start:end] = ["?"] * (end - start)
            else:
                mark(classes[number], start, end, kind)
        for rows, own in zip(document, classes):
            forms = [row[1] for row in rows]
            # "University of Michigan": a joint between open runs may be of the name.
            for at in range(1, len(rows) - 1):
                if own[at] == "O" and forms[at] in JOINTS and own[at - 1] == "?" and own[at + 1] == "?":
                    own[at] = "?"
            write(forms, own)


def large(folder):
    """Places that a single word may be taken for: states, provinces and the larger cities."""
    found = set()
    for line in open(f"{folder}/places/cities.tsv", encoding="utf-8"):
        cells = line.split("\t")
        if not line.startswith(("#", "name\t")) and int(cells[5]) > 250_000:
            found.update([cells[0], *cells[1].split("|")])
    for file in ("actors/states.yaml", "places/areas.yaml"):
        found.update(re.findall(r"^\s*(?:- )?name: (.+)$", open(f"{folder}/{file}", encoding="utf-8").read(), re.M))
    return (found | {"U.S.", "US", "U.S.A.", "USA", "U.K.", "UK", "UAE"}) - {""}


TITLES = set("""Mr Mrs Ms Miss Dr President Senator Sen Rep Congressman Gov Governor Gen General Col Colonel Lt Sgt Capt Captain Prof
Professor Rev Father Sister Sir Lord Lady King Queen Prince Princess Pope Prime Minister Secretary Judge Justice Mayor Sheikh Shaikh Imam
Ayatollah Chancellor Ambassador""".split())

DATES = set("""Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February March April May
June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Easter""".split())


def raw(path, folder, most):
    """Raw sentences (raw_text.py), named as far as the knowledge knows their names; other capitals stay open."""
    places, given, bodies = knowledge(folder)
    longest = 8
    for line in open(path, encoding="utf-8"):
        forms = line.split()
        if most <= 0:
            return
        if line.startswith("#") or not 6 <= len(forms) <= 50:
            continue
        capital = [form[:1].isupper() for form in forms]
        if sum(capital) > 0.6 * len(forms):
            continue
        classes, found, at = ["O"] * len(forms), 0, 0
        while at < len(forms):
            if not capital[at]:
                at += 1
                continue
            end = at + 1
            while end < len(forms) and (capital[end] or (forms[end] in ("of", "for") and end + 1 < len(forms) and capital[end + 1])):
                end += 1
            part, kind = end, "?"
            for stop in range(min(end, at + longest), at + 1, -1):
                name = " ".join(forms[at:stop])
                if name in bodies or (stop - at > 1 and forms[stop - 1] in BODY_WORDS and forms[at] != "The"):
                    part, kind = stop, "organisation"
                elif name in places:
                    part, kind = stop, "place"
                if kind != "?":
                    break
            if kind == "?" and end - at > 1 and forms[at] in given and forms[at + 1].isalpha() and "of" not in forms[at:end]:
                part, kind = min(end, at + 3), "person"
            # A name that goes on after what is known of it may be another: "Washington Post".
            if kind == "place" and part < end and forms[part] not in ("of", "for"):
                part, kind = end, "?"
            if kind == "?":
                part = at + 1
                classes[at] = "?"
            else:
                found += kind == "organisation" or kind == "person"
                mark(classes, at, part, kind)
            at = part
        if found:
            most -= 1
            write(forms, classes)


class Renamer:
    """Puts other names of the same kind into annotated sentences: names the network should know by shape and company, not by heart."""

    def __init__(self, folder, seed):
        self.r = random.Random(seed)
        places, _, bodies = knowledge(folder)
        self.places, self.bodies = sorted(places), sorted(bodies)
        self.people = sorted({line.split("\t")[3] for line in open(f"{folder}/offices/holders.tsv", encoding="utf-8") if line.count("\t") > 5 and " " in line.split("\t")[3]})

    def party(self):
        r = self.r
        name = r.choice(["", "", "New ", "United ", "Free "]) + r.choice(PARTY_WORDS)
        if r.random() < 0.35:
            name += " " + r.choice(PARTY_WORDS)
        name += " " + r.choice(["Party", "Party", "Party", "Union", "Alliance", "Movement", "Front", "Congress", "League"])
        return name + (f" of {r.choice(self.places)}" if r.random() < 0.4 else "")

    def acronym(self):
        return "".join(self.r.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in range(self.r.choice([2, 3, 3, 4])))

    def event(self):
        r = self.r
        return f"{r.randint(1950, 2024)} {r.choice(self.places)} {r.choice(['general', 'presidential', 'federal', 'parliamentary', 'local', 'provincial'])} {r.choice(['election', 'election', 'elections', 'referendum'])}"

    def other(self, kind, words):
        r = self.r
        if kind == "person":
            name = r.choice(self.people)
            return r.choice([name.split()[-1], r.choice(GIVEN_NAMES)]) if len(words) == 1 else name if r.random() < 0.6 else f"{r.choice(GIVEN_NAMES)} {name.split()[-1]}"
        if kind == "place":
            return r.choice(self.places)
        if kind == "organisation":
            roll = r.random()
            if len(words) == 1 and words[0].isupper():
                return self.acronym()
            return self.party() if roll < 0.3 and len(words) > 1 else r.choice(COMPANIES) if roll < 0.6 else r.choice(self.bodies)
        if kind == "event" and words[0].isdigit():
            return self.event()
        return " ".join(words)

    def rename(self, forms, classes):
        out, kinds, at = [], [], 0
        while at < len(forms):
            end = at + 1
            if classes[at].startswith("B-"):
                kind = classes[at][2:]
                while end < len(forms) and classes[end] == "I-" + kind:
                    end += 1
                words = cut(self.other(kind, forms[at:end])) if self.r.random() < 0.8 else forms[at:end]
                out += words
                kinds += ["B-" + kind, *["I-" + kind] * (len(words) - 1)]
            else:
                out.append(forms[at])
                kinds.append(classes[at])
            at = end
        return out, kinds


def cut(name):
    """Words of a name as the treebanks cut them."""
    return re.findall(r"[A-Z]\.(?:[A-Z]\.)*|['’]s\b|\w+(?:['’](?!s\b)\w+)*\.?|[^\w\s]", name)


GIVEN_NAMES = """James John Robert Michael William David Richard Joseph Thomas Charles Mary Patricia Jennifer Linda Elizabeth Barbara Susan
Jessica Sarah Karen Nancy Lisa Margaret Betty Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca
Laura Helen Sharon Cynthia Kathleen Amy Angela Anna Ruth Brenda Pamela Nicole Katherine Samantha Christine Emma Catherine Debra Virginia
Rachel Carolyn Janet Maria Heather Diane Julie Joyce Victoria Kelly Christina Joan Evelyn Lauren Judith Olivia Frances Martha Cheryl
Megan Andrea Hannah Jacqueline Ann Jean Alice Kathryn Gloria Teresa Doris Sara Janice Julia Marie Madison Grace Judy Mark Paul Steven
Andrew Kenneth Joshua Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin
Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Zachary
Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger Noah Gerald Carl Terry Sean Austin Arthur Lawrence Jesse Dylan Bryan Joe Jordan
Billy Bruce Albert Willie Gabriel Logan Alan Juan Wayne Roy Ralph Randy Eugene Vincent Russell Louis Bobby Philip Johnny Steve Mike Bill
Jim Tom Bob Dave Chris Matt Dan Greg Jeff Jill Vicky Tina Kay Kim Stacy Tracy Mohamed Ahmed Ali Fatima Omar Hassan Wei Ming Raj Priya""".split()

COMPANIES = """Google|Yahoo|Microsoft|Apple|IBM|Intel|Oracle|Cisco|Dell|Amazon|eBay|Facebook|Twitter|Netflix|Sony|Toyota|Honda|Nissan|Ford|BMW|
Volkswagen|General Motors|General Electric|Boeing|Airbus|Lockheed Martin|Pepsi|Coca-Cola|Walmart|Target|Costco|Starbucks|Nike|Adidas|Shell|
BP|Exxon|Chevron|Gazprom|Aramco|Citigroup|Goldman Sachs|JP Morgan|Morgan Stanley|Merrill Lynch|Wells Fargo|Bank of America|HSBC|Barclays|
Deutsche Bank|Visa|FedEx|UPS|AT&T|Verizon|Comcast|AOL|CNN|NBC|ABC|CBS|Fox News|BBC|Washington Post|New York Times|Wall Street Journal|
Reuters|Associated Press|Bloomberg|Pfizer|Merck|Novartis|Bayer|Siemens|Philips|Nokia|Samsung|LG|Panasonic|Canon|Nintendo|Lufthansa|
Delta|United Airlines|Air France|Harvard|Stanford University|University of California|University of Chicago|Oxford|Cambridge University|
Princeton|Columbia University|Georgetown University|MIT|NASA|FBI|CIA|FDA|EPA|IRS|NSA|Pentagon|Congress|Senate|Supreme Court|
Department of Energy|State Department|Treasury Department|Justice Department|Federal Reserve|World Bank|Red Cross|Salvation Army|
Greenpeace|Amnesty International|Human Rights Watch|American Cancer Society|Mozilla|Adobe|Linux Foundation|Halliburton|Accenture|
Deloitte|KPMG|PricewaterhouseCoopers|Kraft|Nestle|Unilever|Procter & Gamble|Johnson & Johnson|Kellogg|Sears|Macy 's|Best Buy|
Home Depot|Subway|Pizza Hut|Burger King|Taco Bell|Wendy 's""".replace("\n", "").split("|")

PARTY_WORDS = """Democratic Liberal Socialist Conservative Green National People's Christian Labour Republican Progressive Communist Radical
Social Workers Independence Reform Unionist Nationalist Federal Islamic Peasants Civic Justice Development Freedom Popular Centre""".split()


def iob2(path, column):
    forms, classes = [], []
    for line in [*open(path, encoding="utf-8"), "\n"]:
        line = line.rstrip("\n")
        if line.startswith("# ") and "\t" not in line:
            continue
        cells = line.split("\t")
        if len(cells) <= column:
            if forms:
                write(forms, classes)
            forms, classes = [], []
            continue
        kind = KINDS.get(cells[column][2:].lower(), "O")
        forms.append(cells[column - 1])
        classes.append("O" if cells[column] == "O" or kind == "O" else cells[column][:2] + kind)


TOKEN = re.compile(r"[A-Z]\.(?:[A-Z]\.)*|\w+(?:['’]\w+)*|[^\w\s]")


def re3d(folder):
    documents = [json.loads(line) for line in open(f"{folder}/documents.json", encoding="utf-8")]
    entities = [json.loads(line) for line in open(f"{folder}/entities.json", encoding="utf-8")]
    kinds = {"Person": "person", "Organisation": "organisation", "Location": "place"}
    for document in documents:
        text = document["text"]
        mine = [e for e in entities if e["documentId"] == document["_id"]]
        tokens = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
        classes = ["O"] * len(tokens)
        for entity in sorted(mine, key=lambda e: e["begin"] - e["end"]):
            inside = [at for at, (a, b) in enumerate(tokens) if a >= entity["begin"] and b <= entity["end"]]
            while inside and text[tokens[inside[0]][0]:tokens[inside[0]][1]] in ("the", "The"):
                inside = inside[1:]
            words = [text[a:b] for a, b in (tokens[at] for at in inside)]
            if not words or any(classes[at] != "O" for at in inside):
                continue
            if all(w[:1].isupper() or w in JOINTS for w in words) and words[0][:1].isupper() and words[0] not in PRONOUNS and entity["type"] in kinds:
                mark(classes, inside[0], inside[-1] + 1, kinds[entity["type"]])
        start = 0
        for at, (a, b) in enumerate(tokens):
            last = at + 1 == len(tokens)
            if last or (text[a:b] in ".!?" and "\n" in text[b:tokens[at + 1][0] + 1] + " ") or (text[a:b] in ".!?" and text[tokens[at + 1][0]].isupper()) or "\n" in text[b:tokens[at + 1][0]]:
                forms = [text[x:y] for x, y in tokens[start:at + 1]]
                if 3 < len(forms) < 90:
                    # Capitals that nobody marked may be names all the same.
                    write(forms, ["?" if c == "O" and k and f[:1].isupper() else c for k, (f, c) in enumerate(zip(forms, classes[start:at + 1]))])
                start = at + 1


PRONOUNS = set("We They It He She I Our Their His Her You This That These Those".split())


def wires(path):
    from wires import BODIES, CAPITALS, FAMILY, GIVEN, STATES, TWO_WORD
    places, people, two = {*STATES, *CAPITALS}, {*GIVEN, *FAMILY}, {tuple(t.split(":")) for t in TWO_WORD}
    for rows in sentences(path):
        forms = [row[1] for row in rows]
        classes = ["O"] * len(rows)
        at = 0
        while at < len(rows):
            end = at + 1
            if tuple(forms[at:at + 2]) in two:
                end = at + 2
                mark(classes, at, end, "place")
            elif forms[at] in BODIES:
                mark(classes, at, end, "organisation")
            elif forms[at] in places:
                mark(classes, at, end, "place")
            elif forms[at] in people and rows[at][3] == "PROPN":
                while end < len(rows) and rows[end][7] == "flat":
                    end += 1
                mark(classes, at, end, "person")
            at = end
        write(forms, classes)


if __name__ == "__main__":
    if sys.argv[1] == "--iob2":
        for file in sys.argv[2:]:
            iob2(file, 2 if file.endswith(".iob2") else 1)
    else:
        data, know, wire, plain = sys.argv[1:5]
        ewt(f"{data}/treebanks/en_ewt-train.conllu", know)
        wires(wire)
        raw(plain, know, 4000)
        renamer = Renamer(know, 7)
        for copies, read in (
            (2, lambda: gum(f"{data}/treebanks/en_gum_free-train.conllu")),
            (10, lambda: iob2(f"{data}/crossner-politics/train.txt", 1)),
            (2, lambda: [re3d(f"{data}/re3d/{part}") for part in ("CENTCOM", "Wikipedia")]),
        ):
            KEPT.clear()
            read()
            for forms, classes in list(KEPT):
                if any(kind.startswith("B-") for kind in classes):
                    for _ in range(copies):
                        write(*renamer.rename(forms, classes))
