import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/** A server of its own for one test file, on a free port of the loopback address. */
export interface TestServer {
  url: string;
  /** Ends the server by this signal and starts it again over the same data, on the same port. */
  restart(signal: NodeJS.Signals): Promise<void>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

type ServerName = 'postgres' | 'redis-server' | 'dovecot';

/** LibreOffice, what reads its PDF, and a browser: no servers, but programs that tests need all the same. */
type OfficeName = 'soffice' | 'pdftotext' | 'chromium';

const HOST = '127.0.0.1';

/**
 * Whether the server's program is missing here, so that its tests are to be skipped. CI has all servers: there it is an error.
 * @throws Error when the environment says CI and the program is missing.
 */
export function serverMissing(name: ServerName | OfficeName): boolean {
  if (programPath(name) !== undefined) return false;
  if (process.env.CI) throw new Error(`${name} is not installed, and CI must run the tests that need it`);
  console.warn(`Skipped: tests that need ${name}, which is neither on PATH nor in /usr/lib/postgresql/*/bin`);
  return true;
}

/** A Postgres server with an empty database, trusting everybody, without care for power cuts. */
export async function startPostgres(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-postgres-'));
  const account = serverAccount();
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  await promisify(execFile)(
    required('initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { cwd: folder, ...account },
  );
  const port = await freePort();
  const options = {
    listen_addresses: HOST,
    port,
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 200,
  };
  const url = `postgres://postgres@${HOST}:${port}/postgres`;
  return running(url, folder, 'SIGINT', async () => {
    const server = spawn(
      required('postgres'),
      ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { cwd: folder, stdio: 'ignore', ...account },
    );
    await untilAnswering(server, () => answersSql(url));
    return server;
  });
}

/** A Redis server; unless it `keeps` its data (each write on disk before it is answered), a restart empties it. */
export async function startRedis({ keeps = false }: { keeps?: boolean } = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-redis-'));
  const port = await freePort();
  const keeping = ['--appendonly', keeps ? 'yes' : 'no', '--appendfsync', 'always'];
  return running(`redis://${HOST}:${port}`, folder, 'SIGTERM', async () => {
    const server = spawn(
      required('redis-server'),
      ['--port', String(port), '--bind', HOST, '--save', '', ...keeping, '--dir', folder],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let output = '';
    server.stdout.on('data', (text: Buffer) => (output += text.toString()));
    await untilAnswering(server, async () => output.includes('Ready to accept connections'));
    return server;
  });
}

async function running(
  url: string,
  folder: string,
  last: NodeJS.Signals,
  start: () => Promise<ChildProcess>,
): Promise<TestServer> {
  let server = await start();
  return {
    url,
    async restart(signal) {
      await end(server, signal);
      server = await start();
    },
    async stop() {
      await end(server, last);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A mail server that is read by IMAP, with one mailbox. */
export interface ImapServer {
  host: string;
  /** Without encryption, and with STARTTLS on offer. */
  port: number;
  /** Encrypted from the start, by a certificate that nobody vouches for. */
  tlsPort: number;
  user: string;
  password: string;
  /** The inbox as a maildir. */
  maildir: string;
  /** Puts a message there as a mail server does. */
  deliver(name: string, message: string): Promise<void>;
  /** Makes a folder the server's own, with all that is in it. */
  adopt(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** Dovecot over an empty mailbox of its own. */
export async function startImap(): Promise<ImapServer> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-imap-'));
  const account = mailAccount();
  const maildir = join(folder, 'mail');
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(maildir, part), { recursive: true });
  const own = async (path: string) => chown(path, account.uid, account.gid);
  for (const path of [folder, maildir, ...['new', 'cur', 'tmp'].map((part) => join(maildir, part))])
    await own(path);
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=127.0.0.1', '-days', '2'],
    ...['-keyout', key, '-out', certificate],
  ]);
  const [port, tlsPort] = [await freePort(), await freePort()];
  const password = 'mat-khau/1@2';
  const config = join(folder, 'dovecot.conf');
  await writeFile(
    config,
    `base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = ${HOST}
default_internal_user = ${account.internal}
default_login_user = ${account.login}
default_internal_group = ${account.group}
first_valid_uid = 1
mail_location = maildir:${maildir}
ssl = yes
ssl_cert = <${certificate}
ssl_key = <${key}
disable_plaintext_auth = no
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${account.uid} gid=${account.gid} home=${folder}
}
`,
  );
  const server = spawn(required('dovecot'), ['-F', '-c', config], { cwd: folder, stdio: 'ignore' });
  await untilAnswering(server, () => isListening(port));
  return {
    ...{ host: HOST, port, tlsPort, user: 'don-doc@dondoc.example', password, maildir },
    async deliver(name, message) {
      const written = join(maildir, 'tmp', name);
      await writeFile(written, message);
      await own(written);
      await rename(written, join(maildir, 'new', name));
    },
    async adopt(path) {
      for (const inside of await readdir(path, { recursive: true })) await own(join(path, inside));
      await own(path);
    },
    async stop() {
      await end(server, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Dovecot keeps its parts apart by accounts that its package makes; run by anybody else, it is all that one. */
function mailAccount(): { uid: number; gid: number; internal: string; login: string; group: string } {
  const { uid, gid, username } = userInfo();
  if (uid !== 0) return { uid, gid, internal: username, login: username, group: String(gid) };
  const account = serverAccount();
  if (account === undefined) throw new Error('No account to keep mail as');
  return { ...account, internal: 'dovecot', login: 'dovenull', group: 'dovecot' };
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, HOST);
  try {
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function required(name: ServerName | 'initdb'): string {
  const path = programPath(name);
  if (path === undefined) throw new Error(`${name} is not installed`);
  return path;
}

/** On PATH, or where Debian keeps servers and the newest Postgres. */
function programPath(name: ServerName | OfficeName | 'initdb'): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Postgres refuses to run as root: it then runs as the account made for it, or as nobody. */
function serverAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody']
    .map((name) => accounts.find(([known]) => known === name))
    .find((found) => found !== undefined);
  if (account === undefined) throw new Error('No account to run Postgres as');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answersSql(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function untilAnswering(server: ChildProcess, answers: () => Promise<boolean>): Promise<void> {
  while (!(await answers())) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended with ${server.exitCode}`);
    await pause(50);
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill(signal);
  await once(server, 'exit');
}
