import { connect, type Socket } from 'node:net';
import { FilesUnavailable } from '../file-refused';
import { type FileScanner, testStringScanner } from './scanner';

const PIECE = 256 * 1024;
const PATIENCE_MS = 20_000;

/** Asks a ClamAV daemon, at `host:port` or at the path of its socket, by its INSTREAM command. */
export function clamdScanner(address: string): FileScanner {
  return {
    scan: async (file) => {
      const answer = await ask(address, file);
      if (/: OK\0?$/.test(answer)) return 'clean';
      if (/ FOUND\0?$/.test(answer)) return 'infected';
      throw new FilesUnavailable('the scanner gave no verdict');
    },
  };
}

/** The scanner that the settings name; without one, the test string's. */
export function scannerAt(address: string | undefined): FileScanner {
  if (!address) return testStringScanner;
  const clamd = clamdScanner(address);
  return { scan: async (file) => ((await testStringScanner.scan(file)) === 'infected' ? 'infected' : clamd.scan(file)) };
}

function ask(address: string, file: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = dial(address);
    const heard: Buffer[] = [];
    const fail = (): void => {
      socket.destroy();
      reject(new FilesUnavailable('the scanner does not answer'));
    };
    socket.setTimeout(PATIENCE_MS, fail);
    socket.on('error', fail);
    socket.on('data', (piece) => heard.push(piece));
    socket.on('end', () => resolve(Buffer.concat(heard).toString('latin1').trim()));
    socket.on('connect', () => send(socket, file));
  });
}

function dial(address: string): Socket {
  const place = /^(?<host>\[[^\]]+\]|[^:/]+):(?<port>\d+)$/.exec(address)?.groups;
  return place ? connect({ host: place['host']?.replace(/^\[|\]$/g, '') ?? '', port: Number(place['port']) }) : connect({ path: address });
}

function send(socket: Socket, file: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < file.length; at += PIECE) {
    const piece = file.subarray(at, at + PIECE);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
