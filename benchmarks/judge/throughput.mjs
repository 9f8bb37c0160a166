// Calls per second through judge-service against a stub of fixed latency.
// node throughput.mjs HOST:PORT PID OF-THE-SERVICE IN-FLIGHT SECONDS STUB-PORT LATENCY
import fs from 'node:fs';
import http from 'node:http';
import { call, clients } from './reflected.mjs';

const [address, pid, inFlight, seconds, stubPort, latency] = process.argv.slice(2);
const hertz = 100;

// Field 14 and 15 of /proc/PID/stat, after the name in parentheses.
function cpuSeconds(process) {
  const fields = fs.readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / hertz;
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

async function measured(name, workers, upstreamPerCall, work, process) {
  const latencies = [];
  let failures = 0;
  const end = Date.now() + seconds * 1000;
  const cpu = process ? cpuSeconds(process) : 0;
  const begin = performance.now();
  await Promise.all([...Array(workers).keys()].map(async (worker) => {
    for (let i = 0; Date.now() < end; i += 1) {
      const start = performance.now();
      if (!(await work(worker, i))) failures += 1;
      latencies.push(performance.now() - start);
    }
  }));
  const elapsed = (performance.now() - begin) / 1000;
  latencies.sort((a, b) => a - b);
  const upstream = latencies.length * upstreamPerCall;
  console.log(JSON.stringify({
    name,
    upstream_in_flight: workers * upstreamPerCall,
    upstream_calls_per_second: Math.round(upstream / elapsed),
    share_of_limit: +(upstream / elapsed / ((workers * upstreamPerCall * 1000) / latency)).toFixed(3),
    added_p50_ms: +(quantile(latencies, 0.5) - latency).toFixed(1),
    added_p99_ms: +(quantile(latencies, 0.99) - latency).toFixed(1),
    failures,
    cpu_us_per_upstream_call: process
      ? Math.round(((cpuSeconds(process) - cpu) * 1e6) / upstream) : null,
  }));
}

const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
const body = JSON.stringify({ model: 'stub', messages: [{ role: 'user', content: 'GOOD BAD' }] });
function bare() {
  return new Promise((resolve) => {
    const request = http.request(
      { port: stubPort, host: '127.0.0.1', path: '/v1/chat/completions', method: 'POST', agent },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode === 200));
      });
    request.on('error', () => resolve(false));
    request.end(body);
  });
}

const [judge] = await clients(address, 'plumbline.v1alpha1.JudgeService');
const text = (words) => ({ parts: [{ text: words }] });
const run = Math.random();
async function compared(worker, i, temperature, id) {
  const verdict = await call(judge, 'Compare', {
    judge: { name: 'stub', model: 'chat:default', temperature },
    comparison: {
      id, prompt: { id, messages: [{ role: 'ROLE_USER', ...text('Tell me ' + id) }] },
      a: text('GOOD'), b: text('BAD'),
    },
  }).catch(() => ({}));
  return verdict.state === 'VERDICT_STATE_OK';
}

await measured('bare client', Number(inFlight), 1, bare);
await measured('warm-up', inFlight / 2, 2, (w, i) => compared(w, i, 1, `w${run} ${w} ${i}`), pid);
await measured('service, cache off', inFlight / 2, 2,
  (w, i) => compared(w, i, 1, `x${run} ${w} ${i}`), pid);
await measured('service, cache on, all misses', inFlight / 2, 2,
  (w, i) => compared(w, i, 0, `y${run} ${w} ${i}`), pid);
await measured('service, cache on, all hits', inFlight / 2, 2,
  (w) => compared(w, 0, 0, `y${run} ${w} 0`), pid);
judge.close();
agent.destroy();
