import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

import { root } from '../root.ts'
import { ApiRefused, cloudflareOf } from './cloudflare.ts'
import { readKept, writeKept } from './kept.ts'
import type { Outside } from './outside.ts'

const SECRETS_HAVE_CHANGED = 10220
const Config = z.object({ account_id: z.string() })

/**
 * The version before runs again, where the database of today is one that it works with. No row is touched. By its id:
 * each secret that is put makes a version too, so “the one before” of the platform is not that of the code.
 */
export async function rollBack(name: string, outside: Outside): Promise<void> {
  const folder = join(outside.directory, name)
  const kept = await readKept(folder)
  const [before, now] = kept?.releases?.slice(-2) ?? []
  if (!kept || !before || !now)
    throw new Error(`No earlier version of ${name} was deployed from here (docs/rollback.md).`)
  const newest = [now.newest, kept.migrated ?? ''].toSorted().at(-1) ?? ''
  const between = (await oneWayMigrations()).filter((each) => each > before.newest && each <= newest)
  if (between.length > 0)
    throw new Error(
      `The version before does not work behind ${between.join(', ')}: go back by a restore (docs/rollback.md).`,
    )
  if (before.version === null)
    throw new Error(
      'At that upload wrangler did not say which version it made: choose it by hand (docs/rollback.md).',
    )
  await runAgain(name, before.version, outside)
  await writeKept(folder, { ...kept, releases: kept.releases?.slice(0, -1) })
  outside.say(`${name} runs ${before.version}, the version before. Its database is as it was.`)
}

/** By the API: where nobody is asked, wrangler goes on when secrets have changed, and puts the old ones back. */
async function runAgain(name: string, version: string, outside: Outside): Promise<void> {
  const token = outside.env['CLOUDFLARE_API_TOKEN']
  if (!token) throw new Error('CLOUDFLARE_API_TOKEN is not set (docs/deploying.md).')
  const config = await readFile(join(outside.directory, name, 'wrangler.json'), 'utf8')
  const { account_id: account } = Config.parse(JSON.parse(config))
  try {
    await cloudflareOf(token, outside).send(
      'POST',
      `/accounts/${account}/workers/scripts/${name}/deployments`,
      {
        strategy: 'percentage',
        versions: [{ version_id: version, percentage: 100 }],
        annotations: { 'workers/message': 'back to the version before' },
      },
    )
  } catch (error) {
    if (!(error instanceof ApiRefused) || !error.codes.includes(SECRETS_HAVE_CHANGED)) throw error
    throw new Error(
      `${error.message}\nNothing was changed: that version would bring its old secrets back. Check out the code that ran then, and deploy it: npm run deploy -- --name ${name} runs it with the secrets of today.`,
      { cause: error },
    )
  }
}

/** What docs/rollback.md lists as behind which older code fails. */
export async function oneWayMigrations(): Promise<readonly string[]> {
  const page = await readFile(join(root, 'docs/rollback.md'), 'utf8')
  return page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      Array.from(line.split('|')[1]?.matchAll(/`(\d{14}_\w+)`/g) ?? [], ([, name = '']) => `${name}.sql`),
    )
}
