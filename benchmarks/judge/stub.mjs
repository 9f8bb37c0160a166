// An OpenAI-compatible endpoint that prefers the answer that says GOOD, after a fixed latency. As a
// generator it answers badly at first and well after a review; asked for tools, it calls two.
import http from 'node:http';

function reply(body) {
  const { messages } = JSON.parse(body);
  const shown = messages.map((message) => JSON.stringify(message.content)).join(' ');
  if (shown.includes('one call per line')) {
    return 'calculator: 2+3\nlookup: https://example.org/height';
  }
  if (shown.includes('Rating from') && shown.includes('tool results')) return '4';
  if (shown.includes('Answer my request anew')) return 'a GOOD answer';
  if (shown.includes('You review an answer')) return 'Be better.';
  if (!shown.includes('=====')) return 'a BAD answer';
  return shown.lastIndexOf('GOOD') < shown.lastIndexOf('BAD') ? 'A' : 'B';
}

export function stub(latencyMillis) {
  let calls = 0;
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      calls += 1;
      const body = Buffer.concat(chunks).toString();
      setTimeout(() => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({
          model: 'stub',
          choices: [{ message: { role: 'assistant', content: reply(body) }, finish_reason: 'stop' }],
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
