// The best projective tree with exactly one root (Eisner 1996), from scores[d][h]; index 0 is the root.
#pragma once
#include <vector>

inline std::vector<int> eisner(int n, const float* scores, int row) {
  // scores[(d-1)*row + h]: word d (1..n) under head h (0..n).
  int w = n + 1;
  std::vector<float> openL(w * w), openR(w * w), doneL(w * w), doneR(w * w);
  std::vector<int> cutOpen(w * w), cutL(w * w), cutR(w * w);
  const float none = -1e30f;
  for (int i = 1; i <= n; i++) doneL[i * w + i] = doneR[i * w + i] = 0;
  for (int len = 1; len < n; len++)
    for (int i = 1; i + len <= n; i++) {
      int j = i + len;
      float best = none; int at = i;
      for (int k = i; k < j; k++) { float s = doneR[i * w + k] + doneL[(k + 1) * w + j]; if (s > best) { best = s; at = k; } }
      openL[i * w + j] = best + scores[(i - 1) * row + j];
      openR[i * w + j] = best + scores[(j - 1) * row + i];
      cutOpen[i * w + j] = at;
      best = none;
      for (int k = i; k < j; k++) { float s = doneL[i * w + k] + openL[k * w + j]; if (s > best) { best = s; at = k; } }
      doneL[i * w + j] = best; cutL[i * w + j] = at;
      best = none;
      for (int k = i + 1; k <= j; k++) { float s = openR[i * w + k] + doneR[k * w + j]; if (s > best) { best = s; at = k; } }
      doneR[i * w + j] = best; cutR[i * w + j] = at;
    }
  std::vector<int> heads(n + 1, 0);
  float best = none; int root = 1;
  for (int r = 1; r <= n; r++) {
    float s = scores[(r - 1) * row] + doneL[1 * w + r] + doneR[r * w + n];
    if (s > best) { best = s; root = r; }
  }
  struct Item { int i, j; bool left, open; };
  std::vector<Item> todo{{1, root, true, false}, {root, n, false, false}};
  while (!todo.empty()) {
    Item t = todo.back(); todo.pop_back();
    if (t.i == t.j) continue;
    int at = t.i * w + t.j;
    if (t.open) {
      if (t.left) heads[t.i] = t.j; else heads[t.j] = t.i;
      todo.push_back({t.i, cutOpen[at], false, false});
      todo.push_back({cutOpen[at] + 1, t.j, true, false});
    } else if (t.left) { todo.push_back({t.i, cutL[at], true, false}); todo.push_back({cutL[at], t.j, true, true}); }
    else { todo.push_back({t.i, cutR[at], false, true}); todo.push_back({cutR[at], t.j, false, false}); }
  }
  heads.erase(heads.begin());
  return heads;
}
