"""Prints how many times faster ours is than the peer, from the two JSON files of one run."""

import json
import sys

peer, ours = (json.load(open(file)) for file in sys.argv[1:3])


def line(name, theirs, mine, unit):
    for clock in ("wall_s", "cpu_s"):
        a, b = theirs[clock] / theirs[unit], mine[clock] / mine[unit]
        print(f"{name:28} {clock[:-2]:4}  peer {1e3 * a:9.3f} ms  ours {1e3 * b:8.4f} ms  {a / b:8.1f} times")


print("peer of the length-controlled fits:", peer["length_controlled"]["code"])
for state in ("first", "warm"):
    print(f"{state} pass, per fit or round")
    line("length-controlled fit", peer["length_controlled"], ours["length_controlled"][state], "fits")
    line("the same with whole rows", peer["length_controlled"], ours["whole_rows"][state], "fits")
    line("style-control bootstrap", peer["style_control"], ours["style_control"][state], "rounds")
print("mean length-controlled rate:", peer["length_controlled"]["mean_rate"],
      ours["length_controlled"]["warm"]["mean_rate"])
for model, score in peer["style_control"]["scores"].items():
    print(f"{model:40} peer {score:6.2f}  ours {ours['style_control']['warm']['scores'][model]:6.2f}")
