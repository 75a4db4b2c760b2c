import * as oidc from 'openid-client';
import { z } from 'zod';
import type { RecordDb } from '../record/open-record.ts';
import { AccountRefused } from './account.ts';
import { hashPassword, makePassword } from './password.ts';
import { openSession } from './sessions.ts';

/** The organisation's own sign-in server, by OpenID Connect. */
export interface SignOnServer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Which claim of the ID token is the account's name. */
  claim: string;
}

/** Signing in at the organisation's server: away, and back again. */
export interface SingleSignOn {
  /** Where the visitor is to go, and what the browser carries until it is back at `back`. */
  begin(back: string): Promise<{ url: string; carried: string }>;
  /** Signs in whom the server names, at the address it sent the visitor back to. @returns what the cookie is to carry. @throws AccountRefused */
  end(at: URL, carried: string): Promise<string>;
}

/** The server that the settings name; it is asked for its addresses at the first sign-in, and again while it does not answer. */
export function openSingleSignOn(db: RecordDb, now: () => Date, server: SignOnServer): SingleSignOn {
  let found: Promise<oidc.Configuration> | undefined;
  const discovered = () => {
    found ??= discover(server).catch((error: unknown) => {
      found = undefined;
      throw new AccountRefused('Máy chủ đăng nhập tập trung chưa trả lời; đề nghị thử lại sau ít phút.', {
        cause: error,
      });
    });
    return found;
  };
  return {
    async begin(back) {
      const checks = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
      };
      const url = oidc.buildAuthorizationUrl(await discovered(), {
        redirect_uri: back,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        ...{ state: checks.state, nonce: checks.nonce },
      });
      return { url: url.href, carried: Buffer.from(JSON.stringify(checks)).toString('base64url') };
    },
    async end(at, carried) {
      const name = await nameOf(await discovered(), at, carried, server.claim);
      return admit(db, now(), name);
    },
  };
}

const checksShape = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() });

/** Plain HTTP only to a server that is itself named so: inside an office's network, or on this machine. */
function discover({ issuer, clientId, clientSecret }: SignOnServer): Promise<oidc.Configuration> {
  const plain = issuer.startsWith('http:');
  return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    ...(plain && { execute: [oidc.allowInsecureRequests] }),
  });
}

async function nameOf(server: oidc.Configuration, at: URL, carried: string, claim: string): Promise<string> {
  try {
    const { verifier, state, nonce } = checksShape.parse(
      JSON.parse(Buffer.from(carried, 'base64url').toString('utf8')),
    );
    const tokens = await oidc.authorizationCodeGrant(server, at, {
      ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
      idTokenExpected: true,
    });
    const name = tokens.claims()?.[claim];
    if (typeof name === 'string') return name.toLowerCase();
  } catch (error) {
    throw new AccountRefused('Máy chủ đăng nhập tập trung không xác nhận; đề nghị đăng nhập lại.', {
      cause: error,
    });
  }
  throw new AccountRefused('Máy chủ đăng nhập tập trung không cho biết tên tài khoản.');
}

/** Whoever signs in this way has no use for the password that was handed out: from now on nobody knows it. */
async function admit(db: RecordDb, now: Date, name: string): Promise<string> {
  const account = await db
    .selectFrom('account')
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .select('one_time')
    .executeTakeFirst();
  if (account === undefined)
    throw new AccountRefused(`Tài khoản “${name}” chưa được cấp quyền vào trang quản lý.`);
  if (account.one_time)
    await db
      .updateTable('account')
      .set({ one_time: false, password: await hashPassword(makePassword()) })
      .where('name', '=', name)
      .execute();
  return openSession(db, now, name);
}
