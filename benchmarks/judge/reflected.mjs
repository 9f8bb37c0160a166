// Clients for a server's services, from nothing but its reflection.
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const options = { keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true };
const reflection = 'grpc.reflection.v1.ServerReflection/ServerReflectionInfo';
const made = new Set();

function varint(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

// Field 1 of FileDescriptorSet, repeated.
function descriptorSet(files) {
  return Buffer.concat(files.flatMap((file) => [Buffer.from([10]), varint(file.length), file]));
}

async function asked(address, request) {
  const path = new URL('./reflection.proto', import.meta.url).pathname;
  const { grpc: packages } = grpc.loadPackageDefinition(loader.loadSync(path, options));
  const client = new packages.reflection.v1.ServerReflection(
    address, grpc.credentials.createInsecure());
  const stream = client.ServerReflectionInfo();
  const answer = await new Promise((resolve, reject) => {
    stream.once('data', (given) => given.error_response
      ? reject(new Error(given.error_response.error_message))
      : resolve(given));
    stream.once('error', reject);
    stream.write(request);
  });
  stream.end();
  client.close();
  made.add(reflection);
  return answer;
}

// By name, what a service offers.
async function definition(address, name) {
  const { file_descriptor_response: files } = await asked(
    address, { file_containing_symbol: name });
  const loaded = loader.loadFileDescriptorSetFromBuffer(
    descriptorSet(files.file_descriptor_proto), options);
  return loaded[name];
}

export async function clients(address, ...names) {
  const channel = { 'grpc.max_receive_message_length': 64 << 20 };
  return Promise.all(names.map(async (name) => {
    const Service = grpc.makeGenericClientConstructor(await definition(address, name), name);
    const client = new Service(address, grpc.credentials.createInsecure(), channel);
    client.service = name;
    return client;
  }));
}

export function call(client, method, request) {
  made.add(client.service + '/' + method);
  return new Promise((resolve, reject) =>
    client[method](request, (failure, answer) => (failure ? reject(failure) : resolve(answer))));
}

// A stream of answers.
export function streamed(client, method, request) {
  made.add(client.service + '/' + method);
  return client[method](request);
}

// What the server offers, by its own account, and nobody called.
export async function missed(address) {
  const { list_services_response: listed } = await asked(address, { list_services: '*' });
  const methods = await Promise.all(listed.service.map(async ({ name }) =>
    Object.keys(await definition(address, name)).map((method) => name + '/' + method)));
  const offered = methods.flat();
  return { offered, missed: offered.filter((method) => !made.has(method)) };
}
