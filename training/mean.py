#!/usr/bin/env python3
"""The mean of networks of one shape and vocabulary that went on from one another: mean.py OUT.bin IN.bin IN.bin …

Weights at the end of several runs lie around a better point than any of them (Izmailov et al. 2018).
"""
import json
import struct
import sys
from array import array


def read(path):
    whole = open(path, "rb").read()
    length = struct.unpack("<I", whole[8:12])[0]
    return json.loads(whole[12:12 + length]), whole[:12 + length], whole[12 + length:]


def floats(body, at, count):
    return array("f", body[at:at + 4 * count])


def main():
    out, *paths = sys.argv[1:]
    networks = [read(path) for path in paths]
    header, head, body = networks[0]
    mean = bytearray(body)
    for tensor in header["tensors"]:
        rows, cols, at = tensor["rows"], tensor["cols"], tensor["at"]
        places = [next(t["at"] for t in other["tensors"] if t["name"] == tensor["name"]) for other, _, _ in networks]
        if tensor["type"] == "f32":
            all_values = [floats(one, place, rows * cols) for (_, _, one), place in zip(networks, places)]
            mean[at:at + 4 * rows * cols] = array("f", [sum(v) / len(v) for v in zip(*all_values)]).tobytes()
            continue
        scales = [floats(one, place, rows) for (_, _, one), place in zip(networks, places)]
        tables = [array("b", one[place + 4 * rows:place + 4 * rows + rows * cols]) for (_, _, one), place in zip(networks, places)]
        units, cells = array("f"), array("b")
        for row in range(rows):
            values = [sum(scale[row] * table[row * cols + col] for scale, table in zip(scales, tables)) / len(tables) for col in range(cols)]
            unit = max(map(abs, values)) / 127
            units.append(unit)
            cells.extend(round(value / unit) if unit > 0 else 0 for value in values)
        mean[at:at + 4 * rows] = units.tobytes()
        mean[at + 4 * rows:at + 4 * rows + rows * cols] = cells.tobytes()
    with open(out, "wb") as file:
        file.write(head + mean)


if __name__ == "__main__":
    main()
