import { describe, expect, test } from "bun:test";
import { fileURLToPath } from "node:url";
import { BadToken, type Issuer, MintRefused, type Reason, type Verified, type Verifier, mint, verify } from "../../../../../conformance/reference/mwt.ts";

interface Mint extends Issuer {
  readonly why: string;
  readonly now: number;
  readonly id: string;
  readonly roles: readonly string[];
  readonly notAfter?: number;
  readonly refused?: true;
  readonly token?: string;
  readonly expiresAt?: number;
}

interface Verify {
  readonly why: string;
  readonly token: string;
  readonly now: number;
  readonly accepted?: Verified;
  readonly refused?: Reason;
}

interface Vectors {
  readonly verifier: Verifier;
  readonly mint: readonly Mint[];
  readonly verify: readonly Verify[];
}

const file = fileURLToPath(new URL("../../resources/wire/mwt.json", import.meta.url));
const vectors: Vectors = await Bun.file(file).json();

describe("callers minted", () => {
  for (const vector of vectors.mint) {
    test(vector.why, async () => {
      const minting = mint(vector, vector.now, vector.id, vector.roles, vector.notAfter);
      if (vector.token === undefined || vector.expiresAt === undefined) {
        expect(vector.refused).toBe(true);
        expect(await failure(minting)).toBeInstanceOf(MintRefused);
      } else {
        expect(await minting).toEqual({ token: vector.token, expiresAt: vector.expiresAt });
      }
    });
  }
});

describe("tokens verified", () => {
  for (const vector of vectors.verify) {
    test(vector.why, async () => {
      const verifying = verify(vectors.verifier, vector.now, vector.token);
      if (vector.accepted === undefined) {
        const bad = await failure(verifying);
        expect(bad).toBeInstanceOf(BadToken);
        expect((bad as BadToken).reason).toBe(vector.refused as Reason);
      } else {
        expect(await verifying).toEqual(vector.accepted);
      }
    });
  }
});

function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
}
