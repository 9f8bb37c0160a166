// Makes every call of judge-service from a foreign client; exits 1 at the first wrong answer, or
// if the server's reflection offers a method that was not called.
// node every-call.mjs HOST:PORT, with chat:default answered by stub.mjs
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { call, clients, missed, streamed } from './reflected.mjs';

const address = process.argv[2] ?? '127.0.0.1:9081';
const [judge, evaluations, leaderboards, health] = await clients(
  address, 'plumbline.v1alpha1.JudgeService', 'plumbline.v1alpha1.EvaluationService',
  'plumbline.v1alpha1.LeaderboardService', 'grpc.health.v1.Health');

const text = (words) => ({ parts: [{ text: words }] });
const comparison = (id) => ({
  id,
  prompt: { id, messages: [{ role: 'ROLE_USER', ...text('Tell me, ' + id) }] },
  a: text('a GOOD answer to ' + id),
  b: text('a BAD answer to ' + id),
});
const chat = { name: 'stub', model: 'chat:default' };

const { judges } = await call(judge, 'ListJudges', {});
assert(judges.some((known) => known.model === 'chat:default'));
const { protocols } = await call(judge, 'ListProtocols', {});
assert.equal(protocols[0].name, 'pairwise');
const verdict = await call(judge, 'Compare', { judge: chat, comparison: comparison('one') });
assert.equal(verdict.state, 'VERDICT_STATE_OK');
assert.equal(verdict.winner, 'WINNER_A');
await assert.rejects(call(judge, 'Compare', { judge: { model: 'oracle' } }),
  (failure) => failure.code === 3 && failure.details.startsWith('judge.model'));

// Two orders; with lookups, two calls of tools before them. The stub asks for an address that no
// operator allowed, and is told so; its sum is worked out.
const looked = await call(judge, 'Compare', {
  judge: { ...chat, protocol: 'lookup' }, comparison: comparison('looked up ' + randomUUID()),
});
assert.equal(looked.state, 'VERDICT_STATE_OK');
assert.equal(looked.winner, 'WINNER_A');
assert.equal(looked.usage.prompt_tokens, 4 * 100);

const sampled = await call(judge, 'Compare', {
  judge: {
    ...chat, temperature: 0.5, endpoint: { model: 'stub' },
    sampling: { seed: 7, top_p: 0.9, max_completion_tokens: 64 },
  },
  comparison: comparison('sampled'),
});
assert.equal(sampled.state, 'VERDICT_STATE_OK');
await assert.rejects(
  call(judge, 'Compare', {
    judge: { ...chat, endpoint: { url: 'http://example.org/v1' } }, comparison: comparison('two'),
  }),
  (failure) => failure.code === 3 && failure.details.startsWith('judge.endpoint.url'));
const completions = [{ id: 'x', ...text('a BAD one') }, { id: 'y', ...text('a GOOD one') }];
const prompt = comparison('one').prompt;
const { ratings } = await call(judge, 'Rate', { judge: chat, prompt, completions });
assert.deepEqual(ratings.map((rating) => rating.completion_id), ['x', 'y']);
const { ratings: checked } = await call(judge, 'Rate', {
  judge: chat, prompt, completions: [completions[1]], form: 'lookup',
});
assert.match(checked[0].raw_text, /calculator: 2\+3 -> 5\n/);
assert.match(checked[0].raw_text, /example\.org is not among the allowed origins/);
assert.equal(checked[0].rating, 4);
// The stub answers one letter, which is no ranking: the state says so.
const ranking = await call(judge, 'Rank', { judge: chat, prompt, completions });
assert.equal(ranking.state, 'VERDICT_STATE_UNPARSEABLE');
// A bad answer, a review, a good answer, and the judge's two orders.
const synthesis = await call(judge, 'Synthesize', {
  generator: chat, judge: chat, rounds: 1,
  prompt: { id: 's', messages: [{ role: 'ROLE_USER', ...text('Write, ' + randomUUID()) }] },
});
assert.equal(synthesis.state, 'VERDICT_STATE_OK');
assert.deepEqual(
  synthesis.pairs.map(({ chosen, rejected }) => [chosen, rejected]),
  [['a GOOD answer', 'a BAD answer']]);
const { audits } = await call(judge, 'ListAudits', {});
assert(audits.some((audit) => audit.name === 'injection' && audit.by_comparisons));
const audit = await call(judge, 'Audit', {
  judge: chat,
  audit: 'injection',
  pairs: [...Array(4).keys()].map((i) => ({ comparison: comparison('i' + i), gold: 1 })),
});
assert.equal(audit.effects[0].estimate, 0);
assert.equal(audit.effects[0].n, 4);
await assert.rejects(call(judge, 'Audit', { judge: chat, audit: 'astrology' }),
  (failure) => failure.code === 3 && failure.details.startsWith('audit'));

const spec = {
  name: 'foreign', judges: [chat], comparisons: [...Array(20).keys()].map((i) => comparison('c' + i)),
};
const created = await call(evaluations, 'CreateEvaluation', { request_id: randomUUID(), spec });
const id = created.status.id;
const events = await new Promise((resolve, reject) => {
  const seen = [];
  const stream = streamed(evaluations, 'WatchEvaluation', { id, after_position: 0 });
  stream.on('data', (event) => seen.push(event));
  stream.on('end', () => resolve(seen));
  stream.on('error', reject);
});
assert.deepEqual(events.map((event) => event.position), events.map((_, index) => index + 1));
assert.equal(events.at(-1).state, 'RUN_STATE_SUCCEEDED');
const finished = await call(evaluations, 'GetEvaluation', { id });
assert.equal(finished.summaries[0].win_rate.win_rate, 1);
const { verdicts } = await call(evaluations, 'ListVerdicts', { evaluation_id: id, page_size: 7 });
assert.equal(verdicts.length, 7);
const { evaluations: listed } = await call(evaluations, 'ListEvaluations', { page_size: 1 });
assert.equal(listed[0].status.id, id);
const cancelled = await call(evaluations, 'CancelEvaluation', { id });
assert.equal(cancelled.status.state, 'RUN_STATE_SUCCEEDED');
await assert.rejects(call(evaluations, 'ResumeEvaluation', { id, budget: 5 }),
  (failure) => failure.code === 9 && failure.details.includes('was not stopped by its budget'));

const name = 'foreign-' + randomUUID();
const board = await call(leaderboards, 'CreateLeaderboard', {
  spec: { name, kind: 'LEADERBOARD_KIND_PAIRWISE' },
});
assert.equal(board.spec.name, name);
const rows = ['MODEL_A', 'MODEL_A', 'MODEL_A', 'MODEL_B'].map((winner, index) => ({
  question_id: 'q' + index, model_a: 'm', model_b: 'n', winner: 'BATTLE_OUTCOME_' + winner,
}));
const publication = await call(leaderboards, 'PublishJudgments', {
  request_id: randomUUID(), leaderboard: name, battles: { rows },
});
assert.equal(publication.judgments, 4);
const shown = await call(leaderboards, 'GetLeaderboard', { name, options: { rounds: 20 } });
assert.equal(shown.rows[0].model, 'm');
const { leaderboards: boards } = await call(leaderboards, 'ListLeaderboards', { page_size: 1 });
assert.equal(boards[0].spec.name, name);
const exported = await call(leaderboards, 'ExportLeaderboard', {
  name, options: { rounds: 20 }, format: 'markdown',
});
assert.match(exported.media_type, /^text\/markdown/);
await assert.rejects(call(leaderboards, 'GetLeaderboard', { name: 'absent' }),
  (failure) => failure.code === 5);

assert.equal((await call(health, 'Check', {})).status, 'SERVING');
const watched = await new Promise((resolve, reject) => {
  const stream = streamed(health, 'Watch', {});
  stream.once('data', (answer) => { stream.cancel(); resolve(answer); });
  stream.on('error', (failure) => { if (failure.code !== 1) reject(failure); });
});
assert.equal(watched.status, 'SERVING');

const coverage = await missed(address);
assert.deepEqual(coverage.missed, [], 'offered by reflection and not called');
console.log(
  'every call answered as it should: ' + coverage.offered.length
  + ' methods over reflection, ' + address);
for (const client of [judge, evaluations, leaderboards, health]) client.close();
