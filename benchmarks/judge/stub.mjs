// An OpenAI-compatible endpoint that prefers the answer that says GOOD, after a fixed latency.
import http from 'node:http';

export function stub(latencyMillis) {
  let calls = 0;
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      calls += 1;
      const body = Buffer.concat(chunks).toString();
      const letter = body.lastIndexOf('GOOD') < body.lastIndexOf('BAD') ? 'A' : 'B';
      setTimeout(() => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({
          model: 'stub',
          choices: [{ message: { role: 'assistant', content: letter }, finish_reason: 'stop' }],
          usage: { prompt_tokens: 100, completion_tokens: 1 },
        }));
      }, latencyMillis);
    });
  });
  return { server, calls: () => calls };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [port, latency] = process.argv.slice(2).map(Number);
  stub(latency).server.listen(port, '127.0.0.1', () => console.log('stub listens on ' + port));
}
