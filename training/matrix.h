// Dense arithmetic for the trainer: one strided product for AVX-512 (GCC vector types, so any CPU compiles it) and activations.
#pragma once
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

typedef float Vec __attribute__((vector_size(64), aligned(4), may_alias));
using Floats = std::vector<float>;

inline int padTo16(int n) { return (n + 15) / 16 * 16; }

template <int ROWS, int VECS>
static inline void productTile(int k, const float* a, int aRow, int aCol, const float* b, int bRow, float* c, int cRow) {
  Vec sum[ROWS][VECS];
  for (int i = 0; i < ROWS; i++)
    for (int j = 0; j < VECS; j++) sum[i][j] = *(const Vec*)(c + i * cRow + j * 16);
  for (int p = 0; p < k; p++) {
    Vec right[VECS];
    for (int j = 0; j < VECS; j++) right[j] = *(const Vec*)(b + p * bRow + j * 16);
    for (int i = 0; i < ROWS; i++) {
      float left = a[i * aRow + p * aCol];
      for (int j = 0; j < VECS; j++) sum[i][j] += left * right[j];
    }
  }
  for (int i = 0; i < ROWS; i++)
    for (int j = 0; j < VECS; j++) *(Vec*)(c + i * cRow + j * 16) = sum[i][j];
}

template <int VECS>
static inline void productColumns(int m, int k, const float* a, int aRow, int aCol, const float* b, int bRow, float* c, int cRow) {
  int i = 0;
  for (; i + 6 <= m; i += 6) productTile<6, VECS>(k, a + i * aRow, aRow, aCol, b, bRow, c + i * cRow, cRow);
  const float* rest = a + i * aRow;
  float* out = c + i * cRow;
  switch (m - i) {
    case 5: productTile<5, VECS>(k, rest, aRow, aCol, b, bRow, out, cRow); break;
    case 4: productTile<4, VECS>(k, rest, aRow, aCol, b, bRow, out, cRow); break;
    case 3: productTile<3, VECS>(k, rest, aRow, aCol, b, bRow, out, cRow); break;
    case 2: productTile<2, VECS>(k, rest, aRow, aCol, b, bRow, out, cRow); break;
    case 1: productTile<1, VECS>(k, rest, aRow, aCol, b, bRow, out, cRow); break;
  }
}

/** C[m,n] += A[m,k] B[k,n]; A by two strides (so also transposed), B and C by rows; n a multiple of 16. */
inline void addProduct(int m, int n, int k, const float* a, int aRow, int aCol, const float* b, int bRow, float* c, int cRow) {
  int j = 0;
  for (; j + 64 <= n; j += 64) productColumns<4>(m, k, a, aRow, aCol, b + j, bRow, c + j, cRow);
  for (; j + 32 <= n; j += 32) productColumns<2>(m, k, a, aRow, aCol, b + j, bRow, c + j, cRow);
  for (; j < n; j += 16) productColumns<1>(m, k, a, aRow, aCol, b + j, bRow, c + j, cRow);
}

inline void transpose(int rows, int cols, const float* in, float* out) {
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < cols; j++) out[j * rows + i] = in[i * cols + j];
}

/** exp by Cephes' polynomial, the same as in src/network/kernels; relative error about 1e-7. */
inline float expOf(float x) {
  x = x > 88.f ? 88.f : x;
  x = x < -87.f ? -87.f : x;
  float n = __builtin_floorf(x * 1.44269504f + 0.5f);
  float r = x - n * 0.693359375f + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  float y = p * r * r + r + 1.f;
  int32_t bits = ((int32_t)n + 127) << 23;
  float scale;
  std::memcpy(&scale, &bits, 4);
  return y * scale;
}
inline float sigmoidOf(float x) { return 1.f / (1.f + expOf(-x)); }
inline float tanhOf(float x) { return 1.f - 2.f / (1.f + expOf(2.f * x)); }

/** A small fast generator (xorshift64*), seeded, so that a training can be repeated. */
struct Random {
  uint64_t state;
  explicit Random(uint64_t seed) : state(seed * 0x9E3779B97F4A7C15ull + 0x1234567) { for (int i = 0; i < 8; i++) next(); }
  uint64_t next() { state ^= state >> 12; state ^= state << 25; state ^= state >> 27; return state * 2685821657736338717ull; }
  float unit() { return (next() >> 40) * (1.f / 16777216.f); }
  int below(int n) { return (int)((next() >> 33) % (uint64_t)n); }
  float normal() { return std::sqrt(-2.f * std::log(unit() + 1e-7f)) * std::cos(6.2831853f * unit()); }
};
