import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { unstable_readConfig } from 'wrangler'

import { idFrom, type SignInId } from '../worker/domain/ids.ts'
import { deployedConfig } from './deployed-config.ts'
import { root } from './root.ts'
import { type Run, run } from './run.ts'
import { stateDirectory } from './state.ts'

const VALID_MS = 10 * 60_000
const NOBODY =
  'Nobody owns this installation yet: claim it at /claim with the secret of OWNER_CLAIM, or set FIRST_MANAGER and sign in.'

/**
 * The statement that lets the owner of an installation sign in once, and the token of the link. Only the token's hash is
 * stored, as for a link that is mailed, so nobody who reads the database can use it.
 */
export function ownerLink(now: number): { readonly sql: string; readonly token: string } {
  const id: SignInId = idFrom('sgn', randomBytes(26))
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  const until = now + VALID_MS
  const sql = `INSERT INTO sign_ins (id, token_hash, person_id, asked_at, link_until, until_at, address)
    SELECT '${id}', '${hash}', person_id, ${now}, ${until}, ${until},
      (SELECT email FROM people WHERE id = owners.person_id) FROM owners ORDER BY since, person_id LIMIT 1
    RETURNING person_id`
  return { sql, token }
}

/** `--remote` writes into the deployed database, by wrangler and its sign-in; else into that of STATE_DIR. */
export async function main(isRemote: boolean, ran: Run = run): Promise<void> {
  const config = unstable_readConfig({
    config: (isRemote ? deployedConfig() : null) ?? join(root, 'wrangler.toml'),
    ...(!isRemote && { env: 'development' }),
  })
  const { sql, token } = ownerLink(Date.now())
  const where = isRemote
    ? ['--remote']
    : ['--local', '--env', 'development', '--persist-to', stateDirectory()]
  const said = await ran('wrangler', ['d1', 'execute', 'DB', ...where, '--json', '--command', sql])
  if (!/"person_id"/.test(said)) throw new Error(NOBODY)
  const origin = isRemote ? config.vars['ORIGIN'] : `http://127.0.0.1:${process.env['PORT'] || 8787}`
  console.log(`For ten minutes, once: ${String(origin)}/sign-in?k=${token}`)
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.includes('--remote')).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
