import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { FilesUnavailable } from '../file-refused';
import { clamdScanner, scannerAt } from './clamd';
import { testStringScanner } from './scanner';

const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

it('without a scanner beside it, the test string alone is found', async () => {
  expect(await testStringScanner.scan(EICAR)).toBe('infected');
  expect(await testStringScanner.scan(Buffer.concat([Buffer.from('before '), EICAR]))).toBe('infected');
  expect(await testStringScanner.scan(Buffer.from('a letter'))).toBe('clean');
  expect(scannerAt(undefined)).toBe(testStringScanner);
});

describe('A ClamAV daemon', () => {
  let server: Server;
  let heard: Buffer;
  let answer = 'stream: OK\0';
  const address = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;

  beforeAll(async () => {
    server = createServer((socket) => {
      heard = Buffer.alloc(0);
      socket.on('data', (piece) => {
        heard = Buffer.concat([heard, piece]);
        if (heard.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is sent the whole file in pieces, each after its length', async () => {
    expect(await clamdScanner(address()).scan(Buffer.alloc(300_000, 'x'))).toBe('clean');
    expect(heard.subarray(0, 10).toString('latin1')).toBe('zINSTREAM\0');
    // 262,144 bytes, then 37,856, then nothing: three lengths of four bytes after ten of the command.
    expect([heard.readUInt32BE(10), heard.readUInt32BE(14 + 262_144), heard.length]).toEqual([262_144, 37_856, 10 + 12 + 300_000]);
  });

  it('says what it found', async () => {
    answer = 'stream: Win.Test.EICAR_HDB-1 FOUND\0';
    expect(await scannerAt(address()).scan(Buffer.from('x'))).toBe('infected');
  });

  it.each(['INSTREAM size limit exceeded. ERROR\0', '', 'stream: OK but odd'])('that says %j has given no verdict', async (words) => {
    answer = words;
    await expect(clamdScanner(address()).scan(Buffer.from('x'))).rejects.toBeInstanceOf(FilesUnavailable);
  });

  it('that is not there lets nothing pass', async () => {
    await expect(scannerAt('/nowhere/clamd.sock').scan(Buffer.from('x'))).rejects.toBeInstanceOf(FilesUnavailable);
  });
});
