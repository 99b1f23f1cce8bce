// Pretrains the word and sub-word tables on raw text: skip-gram with negative sampling (Mikolov 2013), one set of output vectors for
// each relative position (Ling 2015: better for syntax), the input being the word's row beside the sum of its sub-words.
#pragma once
#include <cstdio>
#include <thread>
#include "network.h"

struct VectorOptions { int epochs = 5, negatives = 5; float rate = 0.05f, frequent = 3e-4f; };

/** Sentences as types; contexts are the types' vocabulary rows (row 0 is never predicted). */
inline void pretrainVectors(Network& net, const std::vector<std::vector<const Type*>>& sentences, VectorOptions o, uint64_t seed) {
  const Sizes& z = net.z;
  const int X = z.input(), PLACES[4] = {-2, -1, 1, 2};
  Random random(seed + 5);
  Floats& words = net.get("words").w;
  Floats& pieces = net.get("pieces").w;
  for (auto& x : words) x = (random.unit() - 0.5f) / X;
  for (auto& x : pieces) x = (random.unit() - 0.5f) / X / 3;
  std::vector<Floats> outputs(4, Floats((size_t)z.words * X, 0));
  std::vector<double> counts(z.words, 0);
  double total = 0;
  for (auto& s : sentences) for (auto t : s) { counts[t->word]++; total++; }
  std::vector<int> table;
  for (int w = 1; w < z.words; w++) { int n = (int)std::ceil(std::pow(counts[w], 0.75) / 4); for (int k = 0; k < n; k++) table.push_back(w); }
  double done = 0, all = total * o.epochs;
  Floats x(X), dx(X);
  for (int epoch = 0; epoch < o.epochs; epoch++) {
    double loss = 0, pairs = 0;
    for (auto& s : sentences)
      for (int i = 0; i < (int)s.size(); i++) {
        done++;
        float rate = o.rate * std::max(0.02f, (float)(1 - done / all));
        const Type& t = *s[i];
        double share = counts[t.word] / total;
        if (t.word && share > o.frequent && random.unit() > std::sqrt(o.frequent / share)) continue;
        int row = random.unit() < 0.1f ? 0 : t.word;
        bool bare = random.unit() < 0.1f;
        std::memcpy(x.data(), &words[(size_t)row * z.wordDim], z.wordDim * 4);
        std::fill(x.begin() + z.wordDim, x.end(), 0.f);
        if (!bare) for (int p : t.buckets) for (int k = 0; k < z.pieceDim; k++) x[z.wordDim + k] += pieces[(size_t)p * z.pieceDim + k];
        std::fill(dx.begin(), dx.end(), 0.f);
        for (int place = 0; place < 4; place++) {
          int j = i + PLACES[place];
          if (j < 0 || j >= (int)s.size() || !s[j]->word) continue;
          for (int n = 0; n <= o.negatives; n++) {
            int target = n ? table[random.below((int)table.size())] : s[j]->word;
            float* out = &outputs[place][(size_t)target * X];
            float dot = 0;
            for (int k = 0; k < X; k++) dot += x[k] * out[k];
            float p = sigmoidOf(dot), g = ((n ? 0.f : 1.f) - p) * rate;
            if (!n) { loss -= std::log(p + 1e-9f); pairs++; }
            for (int k = 0; k < X; k++) { dx[k] += g * out[k]; out[k] += g * x[k]; }
          }
        }
        for (int k = 0; k < z.wordDim; k++) words[(size_t)row * z.wordDim + k] += dx[k];
        if (!bare) for (int p : t.buckets) for (int k = 0; k < z.pieceDim; k++) pieces[(size_t)p * z.pieceDim + k] += 0.3f * dx[z.wordDim + k];
      }
    std::printf("vectors %d: positive loss %.4f\n", epoch + 1, loss / pairs);
    std::fflush(stdout);
  }
  // Scale both parts to what an untrained table would give the LSTM.
  double wordPower = 0, piecePower = 0, seen = 0;
  for (auto& s : sentences)
    for (auto t : s) {
      if (++seen > 200000) break;
      for (int k = 0; k < z.wordDim; k++) wordPower += words[(size_t)t->word * z.wordDim + k] * words[(size_t)t->word * z.wordDim + k] / z.wordDim;
      for (int k = 0; k < z.pieceDim; k++) { float sum = 0; for (int p : t->buckets) sum += pieces[(size_t)p * z.pieceDim + k]; piecePower += sum * sum / z.pieceDim; }
    }
  float wordScale = 0.4f / (float)std::sqrt(wordPower / seen), pieceScale = 0.5f / (float)std::sqrt(piecePower / seen);
  for (auto& x : words) x *= wordScale;
  for (auto& x : pieces) x *= pieceScale;
  std::printf("vectors: scaled by %.3f and %.3f\n", wordScale, pieceScale);
}
