"""The usual way beside the service: a Python thread pool that asks the stub itself.

python3 thread_pool.py STUB-PORT IN-FLIGHT SECONDS LATENCY
"""
import concurrent.futures
import http.client
import json
import resource
import sys
import time

port, in_flight, seconds, latency = (int(word) for word in sys.argv[1:5])
BODY = json.dumps({"model": "stub", "messages": [{"role": "user", "content": "GOOD BAD"}]})


def work(end):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    calls = 0
    while time.monotonic() < end:
        connection.request(
            "POST", "/v1/chat/completions", BODY, {"Content-Type": "application/json"}
        )
        json.loads(connection.getresponse().read())["choices"][0]["message"]["content"]
        calls += 1
    connection.close()
    return calls


begin = time.monotonic()
with concurrent.futures.ThreadPoolExecutor(in_flight) as pool:
    calls = sum(pool.map(work, [begin + seconds] * in_flight))
elapsed = time.monotonic() - begin
usage = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "name": "Python thread pool",
            "upstream_in_flight": in_flight,
            "upstream_calls_per_second": round(calls / elapsed),
            "share_of_limit": round(calls / elapsed / (in_flight * 1000 / latency), 3),
            "cpu_us_per_upstream_call": round((usage.ru_utime + usage.ru_stime) * 1e6 / calls),
        }
    )
)
