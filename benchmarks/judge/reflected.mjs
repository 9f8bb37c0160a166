// Clients for a server's services, from nothing but its reflection.
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const options = { keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true };

function varint(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

// Field 1 of FileDescriptorSet, repeated.
function descriptorSet(files) {
  return Buffer.concat(files.flatMap((file) => [Buffer.from([10]), varint(file.length), file]));
}

async function descriptors(address, symbol) {
  const path = new URL('./reflection.proto', import.meta.url).pathname;
  const { grpc: packages } = grpc.loadPackageDefinition(loader.loadSync(path, options));
  const client = new packages.reflection.v1.ServerReflection(
    address, grpc.credentials.createInsecure());
  const stream = client.ServerReflectionInfo();
  const ask = (request) => new Promise((resolve, reject) => {
    stream.once('data', (answer) => answer.file_descriptor_response
      ? resolve(answer.file_descriptor_response.file_descriptor_proto)
      : reject(new Error(answer.error_response.error_message)));
    stream.once('error', reject);
    stream.write(request);
  });
  const files = await ask({ file_containing_symbol: symbol });
  stream.end();
  client.close();
  return files;
}

// Two services of one package share their file.
export async function clients(address, ...names) {
  const files = await descriptors(address, names[0]);
  const definition = loader.loadFileDescriptorSetFromBuffer(descriptorSet(files), options);
  const channel = { 'grpc.max_receive_message_length': 64 << 20 };
  return names.map((name) => {
    const Service = grpc.makeGenericClientConstructor(definition[name], name);
    return new Service(address, grpc.credentials.createInsecure(), channel);
  });
}

export function call(client, method, request) {
  return new Promise((resolve, reject) =>
    client[method](request, (failure, answer) => (failure ? reject(failure) : resolve(answer))));
}
