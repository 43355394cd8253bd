import { join } from 'node:path'

import { buildWeb } from '../build.ts'
import { migrationNames } from '../migrate.ts'
import type { Answers } from './answers.ts'
import type { Cloudflare } from './cloudflare.ts'
import { configOf, queueOf } from './config.ts'
import { findDatabase, type Found, type Zone } from './found.ts'
import { answersAt } from './health.ts'
import { readKept, readSecrets, writeJson, writeKept, writeSecrets } from './kept.ts'
import { queueFor, subscribe } from './mail-events.ts'
import { catchAllTo, receiveFor, sendFrom } from './mail-in.ts'
import { isByCloudflare, isStaging } from './mail.ts'
import type { Outside } from './outside.ts'
import { toSend, withMissing } from './secrets.ts'
import { upload } from './upload.ts'

export type Deployment = {
  readonly name: string
  readonly folder: string
  readonly answers: Answers
  readonly found: Found
  readonly zone: Zone
  readonly replyZone: Zone
  readonly wasFinished: boolean
}

/** One thing to do, which may have been done before; it says what became of it. */
type Step = { readonly what: string; readonly run: () => Promise<string> }

/** In this order: what a later one needs is there, and mail comes in last. */
export function stepsOf(deployment: Deployment, api: Cloudflare, outside: Outside): readonly Step[] {
  const { name, answers, zone, replyZone } = deployment
  const domain = answers.replyDomain.toLowerCase()
  const queue = queueOf(name)
  const events: readonly Step[] = [
    { what: 'sending', run: () => sendFrom(api, replyZone, domain) },
    { what: 'bounces', run: () => subscribe(api, replyZone, domain, queue) },
  ]
  return [
    { what: 'secrets', run: () => keepSecrets(deployment) },
    { what: 'database', run: () => makeDatabase(deployment, api) },
    ...(deployment.found.database ? [{ what: 'before', run: () => bookmark(deployment, outside) }] : []),
    { what: 'migrations', run: () => migrate(deployment, outside) },
    ...(isByCloudflare(answers.mail)
      ? [{ what: 'queue', run: () => queueFor(api, zone.account.id, queue, answers) }]
      : []),
    { what: 'Worker', run: () => deployWorker(deployment, outside) },
    ...(isByCloudflare(answers.mail) ? events : []),
    ...receiving(deployment, api, domain),
    { what: 'health', run: () => answersAt(answers.origin, outside) },
  ]
}

/** A zone has one catch-all: a rehearsal leaves it to the real one, which takes it over from its own rehearsal. */
function receiving({ name, found, replyZone }: Deployment, api: Cloudflare, domain: string): readonly Step[] {
  const taker = found.catchAll
  if (isStaging(name) && taker !== null && taker !== name)
    return [
      {
        what: 'receiving',
        run: () =>
          Promise.resolve(`no answer arrives: the catch-all of ${replyZone.name} is that of ${taker}`),
      },
    ]
  return [
    { what: 'receiving', run: () => receiveFor(api, replyZone, domain) },
    { what: 'catch-all', run: () => catchAllTo(api, replyZone, { name, taker }) },
  ]
}

/** Before anything depends on them, so that a run that stops leaves nothing that cannot be read. */
async function keepSecrets({ folder, answers, found }: Deployment): Promise<string> {
  const before = await readSecrets(folder)
  const all = withMissing(before, found.secrets, answers)
  const made = Object.keys(all).filter((each) => !(each in before))
  if (made.length > 0) await writeSecrets(folder, all)
  return made.length > 0 ? `made ${made.join(', ')}` : 'none is missing'
}

/** D1’s own history: where to go back to if this version turns out to be wrong. */
async function bookmark({ folder }: Deployment, { ran }: Outside): Promise<string> {
  const words = ['d1', 'time-travel', 'info', 'DB', '--json', '--config', configIn(folder)]
  const [, mark] = /"bookmark":\s*"([\w-]+)"/.exec(await ran('wrangler', words)) ?? []
  if (mark === undefined) throw new Error('D1 names no bookmark of its history.')
  return `the database as it is now has the bookmark ${mark} (docs/rollback.md)`
}

async function makeDatabase(deployment: Deployment, api: Cloudflare): Promise<string> {
  const { name, folder, answers, zone, wasFinished } = deployment
  const there = await findDatabase(api, zone.account.id, name)
  if (!there)
    await api.send('POST', `/accounts/${zone.account.id}/d1/database`, {
      name,
      ...(answers.jurisdiction !== 'none' && { jurisdiction: answers.jurisdiction }),
    })
  const database = there ?? (await findDatabase(api, zone.account.id, name))
  if (!database) throw new Error(`${name} was made and is not listed yet.`)
  const kept = await readKept(folder)
  await writeKept(folder, { ...kept, answers, databaseId: database.uuid, isFinished: wasFinished })
  const place = { name, folder, accountId: zone.account.id, zoneName: zone.name, databaseId: database.uuid }
  await writeJson(folder, 'wrangler.json', configOf(answers, place))
  return there ? `${name} is there` : `made ${name}, jurisdiction ${answers.jurisdiction}`
}

/** Noted first: a run that stops behind it leaves a database that the running version may not know. */
async function migrate({ folder }: Deployment, { ran }: Outside): Promise<string> {
  const kept = await readKept(folder)
  const newest = [kept?.migrated ?? '', (await migrationNames()).at(-1) ?? ''].toSorted().at(-1) ?? ''
  if (kept) await writeKept(folder, { ...kept, migrated: newest })
  await ran('wrangler', ['d1', 'migrations', 'apply', 'DB', '--remote', '--config', configIn(folder)])
  return 'all are applied'
}

async function deployWorker(deployment: Deployment, outside: Outside): Promise<string> {
  await buildWeb()
  const { name, folder, found } = deployment
  const secrets = toSend(await readSecrets(folder), found.secrets, outside.env['SMTP_PASSWORD'])
  const version = await upload(folder, secrets, outside)
  const kept = await readKept(folder)
  const release = { version, newest: (await migrationNames()).at(-1) ?? '' }
  if (kept) await writeKept(folder, { ...kept, releases: [...(kept.releases ?? []), release].slice(-10) })
  const sent = Object.keys(secrets).join(', ')
  return `${name} runs this version${sent && `, with ${sent}`}`
}

function configIn(folder: string): string {
  return join(folder, 'wrangler.json')
}
