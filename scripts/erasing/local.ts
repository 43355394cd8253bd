import { eraseEverywhere, reapplyTombstones } from '../../worker/actions/people/erase.ts'
import type { PersonId } from '../../worker/domain/ids.ts'
import type { Tombstone } from '../../worker/domain/people/tombstone.ts'
import { developmentNow } from '../../worker/http/dev/clock.ts'
import { type Platform, platformOf, realNow } from '../../worker/platform.ts'
import { listTombstones } from '../../worker/storage/people/tombstone.ts'

type Bindings = Parameters<typeof platformOf>[0] & { readonly MAILBOX: D1Database }

export async function erase(env: Bindings, testNow: string, id: PersonId) {
  return eraseEverywhere(await platformIn(env, testNow), id)
}

export async function again(env: Bindings, testNow: string, tombstones: readonly Tombstone[]) {
  return reapplyTombstones(await platformIn(env, testNow), tombstones)
}

export async function list(env: Bindings, testNow: string) {
  return listTombstones((await platformIn(env, testNow)).db)
}

/** Whoever serves the directory sends the mail; a mailbox that was never opened has no clock. */
async function platformIn(env: Bindings, testNow: string): Promise<Platform> {
  const now = await developmentNow(env.MAILBOX, testNow, null).catch(() => realNow)
  return platformOf(env, { now, send: () => Promise.reject(new Error('this command sends nothing')) })
}
