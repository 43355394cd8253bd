import { readSecrets } from '../worker/domain/seal/secrets.ts'
import { whyNotSecret } from '../worker/settings.ts'
import { type Asked, databaseAt, localDatabase } from './asked-database.ts'
import { type KeptSecret, keptSecret, putSecret, sendUnsent } from './kept-secret.ts'
import { type Run, run } from './run.ts'
import { renewToken, tokenRows } from './secret-tokens.ts'
import { developmentSecrets, newSecret, stateDirectory, writeSecrets } from './state.ts'

/** How many links open whose token each value of `SECRET` has made, in its order; and those of none of them. */
export type Counted = { readonly byValue: readonly number[]; readonly ofNone: number }

export async function countLinks(database: Asked, secret: string, now: number): Promise<Counted> {
  const byValue = valuesOf(secret).map(() => 0)
  let ofNone = 0
  for await (const rows of tokenRows(database, secret, now))
    for (const { madeBy } of rows)
      if (madeBy < 0) ofNone += 1
      else byValue[madeBy] = (byValue[madeBy] ?? 0) + 1
  return { byValue, ofNone }
}

/**
 * Gives each link that another value has made the token of the first one, also those that have expired where `now` is
 * null. It can be stopped, and run again.
 */
export async function renewTokens(database: Asked, secret: string, now: number | null): Promise<void> {
  for await (const rows of tokenRows(database, secret, now)) {
    const statements = rows.filter(({ tokenHash, newest }) => tokenHash !== newest).map(renewToken)
    if (statements.length > 0) await database.write(statements)
  }
}

/**
 * What else a value that is out could have made: sign-ins, links to them, and forms that are kept for one. Whatever has
 * an end is among them: the clock of this machine may be fast, and a link of ten minutes would seem to be over.
 */
export async function endSignIns({ write }: Pick<Asked, 'write'>, now: number): Promise<void> {
  await write([
    'UPDATE sign_ins SET link_until = asked_at WHERE used_at IS NULL',
    `UPDATE sign_ins SET ended_at = ${now} WHERE used_at IS NOT NULL AND ended_at IS NULL`,
    'DELETE FROM kept_forms',
  ])
}

export function reportOf({ byValue, ofNone }: Counted, secret: string): readonly string[] {
  const ids = valuesOf(secret).map(({ id }) => id ?? 'SECRET')
  return [
    `${ids[0]} signs: ${linksIn(byValue[0] ?? 0)}.`,
    ...ids.slice(1).map((id, index) => {
      const left = byValue[index + 1] ?? 0
      return left > 0
        ? `${id} has to stay: ${linksIn(left)}. With --end they end, and get new tokens.`
        : `${id} may be removed: no link needs it. Who has not visited since the change signs in again.`
    }),
    ...(ofNone > 0
      ? [
          `${linksIn(ofNone)} of a value that is not here: pages show them wrongly. --end gives them new tokens.`,
        ]
      : []),
  ]
}

function linksIn(count: number): string {
  return count === 1 ? '1 link' : `${count} links`
}

function valuesOf(secret: string) {
  const read = readSecrets(secret)
  const [problem] = whyNotSecret({ SECRET: secret })
  if (problem || !read.ok) throw new Error(problem?.sentence ?? 'SECRET is not set.')
  return read.value
}

/** The list with a fresh value in front. */
export function withNew(secret: string, fresh: string): string {
  const values = valuesOf(secret)
  const number = 1 + Math.max(0, ...values.map(({ id }) => Number(/\d+$/.exec(id ?? '')?.[0] ?? 0)))
  const [plain] = values
  return plain.id === null ? `k2=${fresh},k1=${plain.value}` : `k${number}=${fresh},${secret}`
}

/** The list without those values that no link needs. */
export function needed(secret: string, { byValue }: Counted): string {
  const [newest, ...older] = valuesOf(secret)
  if (newest.id === null) return secret
  const kept = older.filter((_, index) => (byValue[index + 1] ?? 0) > 0)
  return [newest, ...kept].map(({ id, value }) => `${id}=${value}`).join(',')
}

async function rotate(database: Asked, secret: string, words: readonly string[]): Promise<Counted> {
  const now = Date.now()
  const isOut = words.includes('--out')
  if (isOut) await endSignIns(database, now)
  if (isOut || words.includes('--end')) await renewTokens(database, secret, isOut ? null : now)
  const counted = await countLinks(database, secret, now)
  for (const line of reportOf(counted, secret)) console.log(line)
  return counted
}

/**
 * How many links each value of `SECRET` has made. `--new` makes a value first, `--end` ends the links of older ones; `--out`
 * sets another value and ends all that the old one could have made. With `--remote` it is the deployed database, and the
 * value that is kept beside the deployment, or else stands in the environment's SECRET: Cloudflare shows no secret again. Else
 * that of STATE_DIR, where values that no link needs are taken out; with `--remote` only `--drop` does that.
 */
export async function main(words: readonly string[], ran: Run = run, deployments?: string): Promise<void> {
  if (words.includes('--remote')) return rotateRemotely(words, ran, deployments)
  const directory = stateDirectory()
  const known = await developmentSecrets(directory)
  const secret = words.includes('--out')
    ? newSecret()
    : words.includes('--new')
      ? withNew(known.SECRET, newSecret())
      : known.SECRET
  await writeSecrets(directory, { ...known, SECRET: secret })
  const counted = await rotate(localDatabase(directory, ran), secret, words)
  // What was signed in before is signed anew at its next visit, as long as the old value is there.
  if (!words.includes('--new')) await writeSecrets(directory, { ...known, SECRET: needed(secret, counted) })
}

async function rotateRemotely(words: readonly string[], ran: Run, deployments?: string): Promise<void> {
  const kept = await keptSecret('SECRET', deployments, words.includes('--out'))
  const database = databaseAt(['--remote', ...kept.where], ran)
  if (kept.folder === null && (words.includes('--new') || words.includes('--drop')))
    throw new Error('Nothing is kept here: set SECRET by hand (docs/operating.md).')
  const secret = await wantedOf(kept, words, database)
  if (secret === kept.value && !words.includes('--out')) await sendUnsent(kept, ran)
  else await putSecret(kept, secret, ran)
  const counted = await rotate(database, secret, words)
  const left = needed(secret, counted)
  if (words.includes('--drop') && left !== secret) await putSecret(kept, left, ran)
}

async function wantedOf(kept: KeptSecret, words: readonly string[], database: Asked): Promise<string> {
  if (words.includes('--out')) {
    // A value that the environment names is the new one; a run that stopped is repeated with yet another.
    const secret = process.env['SECRET']?.trim() || (kept.folder === null ? '' : newSecret())
    if (valuesOf(secret).length > 1)
      throw new Error('With --out SECRET has to be one new value, and no old one.')
    return secret
  }
  if (!words.includes('--new')) return kept.value
  const { ofNone } = await countLinks(database, kept.value, Date.now())
  if (ofNone > 0)
    throw new Error(
      `${linksIn(ofNone)} of a value that is not kept here: put the SECRET that the Worker has into secrets.json first.`,
    )
  return withNew(kept.value, newSecret())
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
