// The parsing network and its gradient: word and sub-word embeddings, two BiLSTM layers, heads for tags, arcs and labels
// (Kiperwasser & Goldberg 2016; Dozat & Manning 2017). Written out by hand so that one CPU core trains it in minutes.
#pragma once
#include <algorithm>
#include <map>
#include <string>
#include <thread>
#include "matrix.h"

struct Sizes {
  int words, buckets, wordDim, pieceDim, hidden, tags, labels, arcDim, labelDim, names;
  int input() const { return wordDim + pieceDim; }
};
constexpr int DISTANCES = 32;  // 16 to the left, 16 to the right
inline int distanceBucket(int head, int dep) {
  int d = head > dep ? head - dep : dep - head;
  int b = d <= 8 ? d - 1 : d <= 10 ? 8 : d <= 13 ? 9 : d <= 17 ? 10 : d <= 22 ? 11 : d <= 30 ? 12 : d <= 45 ? 13 : d <= 70 ? 14 : 15;
  return head > dep ? 16 + b : b;
}

struct Tensor {
  std::string name;
  int rows = 0, cols = 0;
  bool sparse = false;  // embeddings: only touched rows are updated
  float pace = 1;       // its share of the learning rate
  Floats w, g, m, v, mean;
  std::vector<int> touched;
  std::vector<char> isTouched;
  void make(const std::string& n, int r, int c, float scale, Random& random, bool sp = false) {
    name = n; rows = r; cols = c; sparse = sp;
    size_t size = (size_t)r * c;
    w.resize(size); g.assign(size, 0); m.assign(size, 0); v.assign(size, 0);
    for (auto& x : w) x = scale * random.normal();
    mean = w;
    if (sp) isTouched.assign(r, 0);
  }
  void touch(int row) { if (!isTouched[row]) { isTouched[row] = 1; touched.push_back(row); } }
};

struct Dropout { float input = 0.25f, between = 0.3f, recurrent = 0.15f, heads = 0.3f, word = 0.25f; };

/** One word as the network sees it. */
struct Type { int word; std::vector<int> buckets; int count; };

/** What an ensemble thinks of one word: distributions over tags, labels (of the given arc) and heads. Share 0: nothing. */
struct Wish { const float *tags = nullptr, *labels = nullptr, *arcs = nullptr; float share = 0; };

/** Sentences of one batch, longest first, and what is known of each word (targets are used in training only). */
struct Batch {
  std::vector<int> offset, length;     // a sentence: where its words begin, how many
  std::vector<const Type*> types;
  std::vector<int> tags, heads, labels;  // heads: 0 root, else 1-based within the sentence
  std::vector<int> names;                // -1 where nobody has said what names there are
  std::vector<float> weight;             // of a word's arc and label in the loss
  std::vector<Wish> wishes;
  int size() const { return (int)types.size(); }
};

inline float leaky(float x) { return x > 0 ? x : 0.1f * x; }

struct Direction {  // one direction of one LSTM layer
  Tensor *in, *rec, *bias;
  Floats gates, cell, tanhCell, previous, mask;  // packed by time, then sentence
  std::vector<int> at;                           // packed place -> word
};

struct Network {
  Sizes z;
  Random random;
  std::map<std::string, Tensor> tensors;
  Dropout drop;
  long steps = 0;
  int threads = 1;
  float nameShare = 1;  // of the names' loss in the whole
  // What the forward pass leaves for the backward pass, by word.
  Floats input, inputMask, hidden[2], hiddenMask[2], tagScores, nameScores, arcHead, arcDep, labelHead, labelDep, arcDepU, arcHeadMask, arcDepMask;
  std::vector<char> wordDropped, pieceDropped;
  Direction way[2][2];
  std::vector<Floats> arcScores;  // a sentence: [n][pad(n+1)]
  std::vector<int> base;          // packed place where a time step begins

  Network(const Sizes& sizes, uint64_t seed) : z(sizes), random(seed) {
    int H = z.hidden, X = z.input(), Y = 2 * H;
    add("words", z.words, z.wordDim, 0.3f, true);
    add("pieces", z.buckets, z.pieceDim, 0.15f, true);
    for (int layer = 0; layer < 2; layer++)
      for (int d = 0; d < 2; d++) {
        std::string n = "lstm" + std::to_string(layer) + (d ? "b" : "f");
        int in = layer ? Y : X;
        add(n + ".in", in, 4 * H, 1.f / std::sqrt((float)in));
        add(n + ".rec", H, 4 * H, 1.f / std::sqrt((float)H));
        add(n + ".bias", 1, 4 * H, 0);
        for (int k = H; k < 2 * H; k++) get(n + ".bias").w[k] = get(n + ".bias").mean[k] = 1;
        way[layer][d].in = &get(n + ".in"); way[layer][d].rec = &get(n + ".rec"); way[layer][d].bias = &get(n + ".bias");
      }
    float s = 1.f / std::sqrt((float)Y);
    add("tag", Y, padTo16(z.tags), s); add("tag.bias", 1, padTo16(z.tags), 0);
    add("name", Y, padTo16(z.names), s); add("name.bias", 1, padTo16(z.names), 0);
    add("arc.head", Y, z.arcDim, s); add("arc.head.bias", 1, z.arcDim, 0);
    add("arc.dep", Y, z.arcDim, s); add("arc.dep.bias", 1, z.arcDim, 0);
    add("arc.root", 1, z.arcDim, 0.3f); add("arc.pair", z.arcDim, z.arcDim, 0.5f / std::sqrt((float)z.arcDim));
    add("arc.prior", 1, z.arcDim, 0); add("arc.distance", 1, DISTANCES, 0);
    add("label.head", Y, z.labelDim, s); add("label.dep", Y, z.labelDim, s); add("label.bias", 1, z.labelDim, 0);
    add("label.root", 1, z.labelDim, 0.3f);
    add("label.out", z.labelDim, padTo16(z.labels), 1.f / std::sqrt((float)z.labelDim)); add("label.out.bias", 1, padTo16(z.labels), 0);
  }
  void add(const std::string& n, int r, int c, float scale, bool sparse = false) { tensors[n].make(n, r, c, scale, random, sparse); }
  Tensor& get(const std::string& n) { return tensors.at(n); }
  float* w(const std::string& n) { return get(n).w.data(); }
  float* g(const std::string& n) { return get(n).g.data(); }

  /** Does the two directions of a layer side by side; the result does not depend on it. */
  template <typename F>
  void both(F work) {
    if (threads < 2) { work(0); work(1); return; }
    std::thread other([&] { work(1); });
    work(0);
    other.join();
  }

  void dropMask(Floats& mask, size_t n, float p, bool train) {
    mask.assign(n, 1.f);
    if (!train || p <= 0) return;
    float keep = 1.f / (1.f - p);
    for (auto& x : mask) x = random.unit() < p ? 0.f : keep;
  }

  /** out[N,c] = bias + x[N,r] W. */
  void linear(const Floats& x, int n, Tensor& weight, const float* bias, Floats& out) {
    out.resize((size_t)n * weight.cols);
    for (int i = 0; i < n; i++)
      if (bias) std::memcpy(&out[(size_t)i * weight.cols], bias, weight.cols * 4);
      else std::memset(&out[(size_t)i * weight.cols], 0, weight.cols * 4);
    addProduct(n, weight.cols, weight.rows, x.data(), weight.rows, 1, weight.w.data(), weight.cols, out.data(), weight.cols);
  }
  /** The gradient of linear: adds to W's gradient, to the bias's and to dx. */
  void linearBack(const Floats& x, int n, Tensor& weight, float* biasGrad, const Floats& dout, float* dx) {
    addProduct(weight.rows, weight.cols, n, x.data(), 1, weight.rows, dout.data(), weight.cols, weight.g.data(), weight.cols);
    if (biasGrad)
      for (int i = 0; i < n; i++)
        for (int j = 0; j < weight.cols; j++) biasGrad[j] += dout[(size_t)i * weight.cols + j];
    if (dx) {
      Floats t(weight.w.size());
      transpose(weight.rows, weight.cols, weight.w.data(), t.data());
      addProduct(n, weight.rows, weight.cols, dout.data(), weight.cols, 1, t.data(), weight.rows, dx, weight.rows);
    }
  }

  void embed(const Batch& b, bool train) {
    int n = b.size(), X = z.input();
    input.assign((size_t)n * X, 0);
    wordDropped.assign(n, 0); pieceDropped.assign(n, 0);
    float *words = w("words"), *pieces = w("pieces");
    dropMask(inputMask, (size_t)n * X, drop.input, train);
    for (int i = 0; i < n; i++) {
      const Type& t = *b.types[i];
      if (train && random.unit() < drop.word / (drop.word + t.count)) wordDropped[i] = 1;
      if (train && random.unit() < 0.05f) pieceDropped[i] = 1;
      float* x = &input[(size_t)i * X];
      std::memcpy(x, words + (size_t)(wordDropped[i] ? 0 : t.word) * z.wordDim, z.wordDim * 4);
      if (!pieceDropped[i])
        for (int p : t.buckets)
          for (int k = 0; k < z.pieceDim; k++) x[z.wordDim + k] += pieces[(size_t)p * z.pieceDim + k];
      for (int k = 0; k < X; k++) x[k] *= inputMask[(size_t)i * X + k];
    }
  }

  void pack(const Batch& b) {
    int S = (int)b.length.size();
    base.assign(1, 0);
    for (int t = 0; t < b.length[0]; t++) {
      int active = 0;
      while (active < S && b.length[active] > t) active++;
      base.push_back(base.back() + active);
    }
    for (int d = 0; d < 2; d++)
      for (int layer = 0; layer < 2; layer++) {
        auto& at = way[layer][d].at;
        at.resize(b.size());
        for (size_t t = 0; t + 1 < base.size(); t++)
          for (int s = 0; s < base[t + 1] - base[t]; s++) at[base[t] + s] = b.offset[s] + (d ? b.length[s] - 1 - (int)t : (int)t);
      }
  }

  void lstm(Direction& way, const Floats& x, int n, Floats& out, int outAt) {
    int H = z.hidden, G = 4 * H;
    Floats projected;
    linear(x, n, *way.in, way.bias->w.data(), projected);
    way.gates.resize((size_t)n * G); way.cell.resize((size_t)n * H); way.tanhCell.resize((size_t)n * H); way.previous.assign((size_t)n * H, 0);
    for (size_t t = 0; t + 1 < base.size(); t++) {
      int from = base[t], active = base[t + 1] - from;
      float* gates = &way.gates[(size_t)from * G];
      for (int s = 0; s < active; s++) std::memcpy(gates + s * G, &projected[(size_t)way.at[from + s] * G], G * 4);
      if (t) {
        float* previous = &way.previous[(size_t)from * H];
        for (int s = 0; s < active; s++)
          for (int k = 0; k < H; k++) previous[s * H + k] = out[(size_t)way.at[base[t - 1] + s] * 2 * H + outAt + k] * way.mask[s * H + k];
        addProduct(active, G, H, previous, H, 1, way.rec->w.data(), G, gates, G);
      }
      for (int s = 0; s < active; s++) {
        float* a = gates + s * G;
        float* c = &way.cell[(size_t)(from + s) * H];
        float* tc = &way.tanhCell[(size_t)(from + s) * H];
        const float* old = t ? &way.cell[(size_t)(base[t - 1] + s) * H] : nullptr;
        float* h = &out[(size_t)way.at[from + s] * 2 * H + outAt];
        for (int k = 0; k < 2 * H; k++) a[k] = sigmoidOf(a[k]);
        for (int k = 2 * H; k < 3 * H; k++) a[k] = tanhOf(a[k]);
        for (int k = 3 * H; k < 4 * H; k++) a[k] = sigmoidOf(a[k]);
        for (int k = 0; k < H; k++) c[k] = a[k] * a[2 * H + k] + (old ? a[H + k] * old[k] : 0.f);
        for (int k = 0; k < H; k++) tc[k] = tanhOf(c[k]);
        for (int k = 0; k < H; k++) h[k] = a[3 * H + k] * tc[k];
      }
    }
  }

  void lstmBack(Direction& way, const Floats& x, int n, const Floats& dout, int outAt, float* dx) {
    int H = z.hidden, G = 4 * H;
    Floats dgates((size_t)n * G), recT((size_t)H * G), dprojected((size_t)n * G);
    transpose(H, G, way.rec->w.data(), recT.data());
    int widest = base[1];
    Floats dh((size_t)widest * H, 0), dc((size_t)widest * H, 0);
    for (int t = (int)base.size() - 2; t >= 0; t--) {
      int from = base[t], active = base[t + 1] - from;
      for (int s = 0; s < active; s++) {
        const float* a = &way.gates[(size_t)(from + s) * G];
        const float* tc = &way.tanhCell[(size_t)(from + s) * H];
        const float* old = t ? &way.cell[(size_t)(base[t - 1] + s) * H] : nullptr;
        const float* dy = &dout[(size_t)way.at[from + s] * 2 * H + outAt];
        float* d = &dgates[(size_t)(from + s) * G];
        for (int k = 0; k < H; k++) {
          float dhk = dy[k] + dh[s * H + k];
          float i = a[k], f = a[H + k], c = a[2 * H + k], o = a[3 * H + k];
          float dck = dc[s * H + k] + dhk * o * (1 - tc[k] * tc[k]);
          d[k] = dck * c * i * (1 - i);
          d[H + k] = old ? dck * old[k] * f * (1 - f) : 0.f;
          d[2 * H + k] = dck * i * (1 - c * c);
          d[3 * H + k] = dhk * tc[k] * o * (1 - o);
          dc[s * H + k] = dck * f;
          dh[s * H + k] = 0;
        }
        std::memcpy(&dprojected[(size_t)way.at[from + s] * G], d, G * 4);
      }
      if (t) {
        addProduct(active, H, G, &dgates[(size_t)from * G], G, 1, recT.data(), H, dh.data(), H);
        for (int k = 0; k < active * H; k++) dh[k] *= way.mask[k];
      }
    }
    addProduct(H, G, n, way.previous.data(), 1, H, dgates.data(), G, way.rec->g.data(), G);
    linearBack(x, n, *way.in, way.bias->g.data(), dprojected, dx);
  }

  void forward(const Batch& b, bool train) {
    int n = b.size(), H = z.hidden, Y = 2 * H, A = z.arcDim;
    embed(b, train);
    pack(b);
    for (int layer = 0; layer < 2; layer++) {
      hidden[layer].resize((size_t)n * Y);
      for (int d = 0; d < 2; d++) dropMask(way[layer][d].mask, b.length.size() * H, drop.recurrent, train);
      both([&](int d) { lstm(way[layer][d], layer ? hidden[0] : input, n, hidden[layer], d * H); });
      dropMask(hiddenMask[layer], (size_t)n * Y, drop.between, train);
      // The recurrence has used the undropped states; what lies above sees the dropped ones.
      for (size_t k = 0; k < hidden[layer].size(); k++) hidden[layer][k] *= hiddenMask[layer][k];
    }
    linear(hidden[1], n, get("tag"), w("tag.bias"), tagScores);
    linear(hidden[1], n, get("name"), w("name.bias"), nameScores);
    linear(hidden[1], n, get("arc.head"), w("arc.head.bias"), arcHead);
    linear(hidden[1], n, get("arc.dep"), w("arc.dep.bias"), arcDep);
    linear(hidden[1], n, get("label.head"), nullptr, labelHead);
    linear(hidden[1], n, get("label.dep"), w("label.bias"), labelDep);
    dropMask(arcHeadMask, (size_t)n * A, drop.heads, train);
    dropMask(arcDepMask, (size_t)n * A, drop.heads, train);
    for (size_t k = 0; k < arcHead.size(); k++) {
      float slopeH = arcHead[k] > 0 ? 1.f : 0.1f, slopeD = arcDep[k] > 0 ? 1.f : 0.1f;
      arcHeadMask[k] *= slopeH; arcDepMask[k] *= slopeD;
      arcHead[k] *= arcHeadMask[k]; arcDep[k] *= arcDepMask[k];
    }
    linear(arcDep, n, get("arc.pair"), w("arc.prior"), arcDepU);
    arcScores.resize(b.length.size());
    const float* root = w("arc.root");
    const float* distance = w("arc.distance");
    for (size_t s = 0; s < b.length.size(); s++) {
      int len = b.length[s], row = padTo16(len + 1), o = b.offset[s];
      Floats heads((size_t)A * row, 0);
      for (int k = 0; k < A; k++) {
        heads[k * row] = root[k];
        for (int h = 0; h < len; h++) heads[k * row + h + 1] = arcHead[(size_t)(o + h) * A + k];
      }
      arcScores[s].assign((size_t)len * row, 0);
      for (int d = 0; d < len; d++)
        for (int h = 0; h < len; h++)
          if (h != d) arcScores[s][d * row + h + 1] = distance[distanceBucket(h, d)];
      addProduct(len, row, A, &arcDepU[(size_t)o * A], A, 1, heads.data(), row, arcScores[s].data(), row);
      for (int d = 0; d < len; d++) arcScores[s][d * row + d + 1] = -1e9f;
    }
  }

  /** Label scores of given arcs; leaves the hidden layer for the gradient. */
  Floats labelHidden, labelSlope, labelScores;
  void forwardLabels(const Batch& b, const std::vector<int>& heads, bool train) {
    int n = b.size(), Q = z.labelDim;
    labelHidden.resize((size_t)n * Q);
    dropMask(labelSlope, (size_t)n * Q, drop.heads, train);
    const float* root = w("label.root");
    for (size_t s = 0; s < b.length.size(); s++)
      for (int i = b.offset[s]; i < b.offset[s] + b.length[s]; i++) {
        const float* h = heads[i] ? &labelHead[(size_t)(b.offset[s] + heads[i] - 1) * Q] : root;
        for (int k = 0; k < Q; k++) {
          float x = h[k] + labelDep[(size_t)i * Q + k];
          labelSlope[(size_t)i * Q + k] *= x > 0 ? 1.f : 0.1f;
          labelHidden[(size_t)i * Q + k] = x * labelSlope[(size_t)i * Q + k];
        }
      }
    linear(labelHidden, n, get("label.out"), w("label.out.bias"), labelScores);
  }

  /** Softmax over a row; returns the loss and leaves its gradient in the row. With soft targets, cross-entropy against them. */
  static float softmaxLoss(float* x, int n, int padded, int target, const float* soft, float softShare, float scale) {
    float top = *std::max_element(x, x + n), sum = 0;
    for (int k = 0; k < n; k++) { x[k] = expOf(x[k] - top); sum += x[k]; }
    float loss = 0;
    for (int k = 0; k < n; k++) {
      x[k] /= sum;
      float want = (k == target ? 1.f : 0.f);
      if (soft) want = want * (1 - softShare) + soft[k] * softShare;
      if (want > 0) loss -= want * std::log(x[k] + 1e-12f);
      x[k] = (x[k] - want) * scale;
    }
    for (int k = n; k < padded; k++) x[k] = 0;
    return loss * scale;
  }

  /** One step's loss and gradient (a mean over words); Adam is applied by update(). */
  float learn(const Batch& b) {
    forward(b, true);
    forwardLabels(b, b.heads, true);
    int n = b.size(), H = z.hidden, Y = 2 * H, A = z.arcDim, Q = z.labelDim, T = padTo16(z.tags), L = padTo16(z.labels), M = padTo16(z.names);
    float scale = 1.f / n, loss = 0;
    Floats dY((size_t)n * Y, 0);
    for (int i = 0; i < n; i++) {
      if (b.tags[i] < 0) std::fill_n(&tagScores[(size_t)i * T], T, 0.f);  // of this sentence only the names are known
      else loss += softmaxLoss(&tagScores[(size_t)i * T], z.tags, T, b.tags[i], b.wishes[i].tags, b.wishes[i].share, scale);
      if (b.names[i] < 0) std::fill_n(&nameScores[(size_t)i * M], M, 0.f);
      else loss += softmaxLoss(&nameScores[(size_t)i * M], z.names, M, b.names[i], nullptr, 0, scale * nameShare);
      loss += softmaxLoss(&labelScores[(size_t)i * L], z.labels, L, b.labels[i], b.wishes[i].labels, b.wishes[i].share, scale * b.weight[i]);
    }
    linearBack(hidden[1], n, get("tag"), g("tag.bias"), tagScores, dY.data());
    linearBack(hidden[1], n, get("name"), g("name.bias"), nameScores, dY.data());
    // labels
    Floats dHidden((size_t)n * Q, 0), dHead((size_t)n * Q, 0);
    linearBack(labelHidden, n, get("label.out"), g("label.out.bias"), labelScores, dHidden.data());
    for (size_t k = 0; k < dHidden.size(); k++) dHidden[k] *= labelSlope[k];
    for (size_t s = 0; s < b.length.size(); s++)
      for (int i = b.offset[s]; i < b.offset[s] + b.length[s]; i++) {
        float* h = b.heads[i] ? &dHead[(size_t)(b.offset[s] + b.heads[i] - 1) * Q] : g("label.root");
        for (int k = 0; k < Q; k++) h[k] += dHidden[(size_t)i * Q + k];
      }
    linearBack(hidden[1], n, get("label.dep"), g("label.bias"), dHidden, dY.data());
    linearBack(hidden[1], n, get("label.head"), nullptr, dHead, dY.data());
    // arcs
    Floats dDepU((size_t)n * A, 0), dArcHead((size_t)n * A, 0), dArcDep((size_t)n * A, 0);
    float* dDistance = g("arc.distance");
    for (size_t s = 0; s < b.length.size(); s++) {
      int len = b.length[s], row = padTo16(len + 1), o = b.offset[s];
      float* x = arcScores[s].data();
      for (int d = 0; d < len; d++) {
        loss += softmaxLoss(x + d * row, len + 1, row, b.heads[o + d], b.wishes[o + d].arcs, b.wishes[o + d].share, scale * b.weight[o + d]);
        for (int h = 0; h < len; h++) if (h != d) dDistance[distanceBucket(h, d)] += x[d * row + h + 1];
      }
      Floats heads((size_t)(len + 1) * A), dHeads((size_t)(len + 1) * A, 0);
      std::memcpy(heads.data(), w("arc.root"), A * 4);
      std::memcpy(heads.data() + A, &arcHead[(size_t)o * A], (size_t)len * A * 4);
      addProduct(len, A, len + 1, x, row, 1, heads.data(), A, &dDepU[(size_t)o * A], A);
      addProduct(len + 1, A, len, x, 1, row, &arcDepU[(size_t)o * A], A, dHeads.data(), A);
      for (int k = 0; k < A; k++) g("arc.root")[k] += dHeads[k];
      std::memcpy(&dArcHead[(size_t)o * A], dHeads.data() + A, (size_t)len * A * 4);
    }
    linearBack(arcDep, n, get("arc.pair"), g("arc.prior"), dDepU, dArcDep.data());
    for (size_t k = 0; k < dArcDep.size(); k++) { dArcDep[k] *= arcDepMask[k]; dArcHead[k] *= arcHeadMask[k]; }
    linearBack(hidden[1], n, get("arc.head"), g("arc.head.bias"), dArcHead, dY.data());
    linearBack(hidden[1], n, get("arc.dep"), g("arc.dep.bias"), dArcDep, dY.data());
    // encoder
    for (int layer = 1; layer >= 0; layer--) {
      for (size_t k = 0; k < dY.size(); k++) dY[k] *= hiddenMask[layer][k];
      int in = layer ? Y : z.input();
      Floats dx((size_t)n * in, 0), more((size_t)n * in, 0);
      both([&](int d) { lstmBack(way[layer][d], layer ? hidden[0] : input, n, dY, d * H, d ? more.data() : dx.data()); });
      for (size_t k = 0; k < dx.size(); k++) dx[k] += more[k];
      dY.swap(dx);
    }
    Tensor &words = get("words"), &pieces = get("pieces");
    for (int i = 0; i < n; i++) {
      const Type& t = *b.types[i];
      float* d = &dY[(size_t)i * z.input()];
      for (int k = 0; k < z.input(); k++) d[k] *= inputMask[(size_t)i * z.input() + k];
      int word = wordDropped[i] ? 0 : t.word;
      words.touch(word);
      for (int k = 0; k < z.wordDim; k++) words.g[(size_t)word * z.wordDim + k] += d[k];
      if (pieceDropped[i]) continue;
      for (int p : t.buckets) {
        pieces.touch(p);
        for (int k = 0; k < z.pieceDim; k++) pieces.g[(size_t)p * z.pieceDim + k] += d[z.wordDim + k];
      }
    }
    return loss;
  }

  /** Adam (Kingma & Ba 2015), rows of embeddings only when touched; the gradient is clipped at the given norm. */
  void update(float rate, float clip = 1.f) {
    steps++;
    double norm = 0;
    auto rows = [&](Tensor& t, auto&& f) {
      if (t.sparse) for (int r : t.touched) f((size_t)r * t.cols, (size_t)(r + 1) * t.cols);
      else f((size_t)0, t.w.size());
    };
    for (auto& [name, t] : tensors) rows(t, [&](size_t a, size_t b) { float sum = 0; for (size_t k = a; k < b; k++) sum += t.g[k] * t.g[k]; norm += sum; });
    norm = std::sqrt(norm);
    float shrink = norm > clip ? (float)(clip / norm) : 1.f;
    const float b1 = 0.9f, b2 = 0.98f;
    float c1 = 1.f - std::pow(b1, (float)steps), c2 = 1.f - std::pow(b2, (float)steps);
    float step = rate * std::sqrt(c2) / c1;
    for (auto& [name, t] : tensors) {
      rows(t, [&](size_t a, size_t b) {
        float *w = t.w.data(), *g = t.g.data(), *m = t.m.data(), *v = t.v.data();
        for (size_t k = a; k < b; k++) {
          float x = g[k] * shrink;
          m[k] = b1 * m[k] + (1 - b1) * x;
          v[k] = b2 * v[k] + (1 - b2) * x * x;
          w[k] -= step * t.pace * m[k] / (__builtin_sqrtf(v[k]) + 1e-8f);
          g[k] = 0;
        }
      });
      for (int r : t.touched) t.isTouched[r] = 0;
      t.touched.clear();
    }
  }
  /** Exponential mean of the weights; call every few steps. */
  void average(float keep) {
    for (auto& [name, t] : tensors)
      for (size_t k = 0; k < t.w.size(); k++) t.mean[k] = keep * t.mean[k] + (1 - keep) * t.w[k];
  }
  void swapMean() { for (auto& [name, t] : tensors) t.w.swap(t.mean); }
};
