import { join } from 'node:path'

import { type Answers, commandOf, completed } from './deploying/answers.ts'
import { type Cloudflare, cloudflareOf } from './deploying/cloudflare.ts'
import { shipped, varsOf } from './deploying/config.ts'
import { tryBuild } from './deploying/dry-run.ts'
import { type Found, findAll } from './deploying/found.ts'
import { type Kept, readKept, readSecrets, writeKept } from './deploying/kept.ts'
import { isByCloudflare } from './deploying/mail.ts'
import { type Options, readOptions, USAGE } from './deploying/options.ts'
import { namesIn, othersIn } from './deploying/others.ts'
import { type Outside, thisMachine } from './deploying/outside.ts'
import { rollBack } from './deploying/rollback.ts'
import { withMissing } from './deploying/secrets.ts'
import { type Deployment, stepsOf } from './deploying/steps.ts'
import { whyNotAnswers, whyNotBeside, whyNotThere } from './deploying/why-not.ts'

/** Asks, checks everything, and only then makes what is not there. Run again, it goes on from where it stopped. */
export async function main(words: readonly string[], outside: Outside = thisMachine()): Promise<void> {
  const options = readOptions(words)
  if (options.act === 'help') return outside.say(USAGE)
  if (options.act === 'dry-run') return tryBuild(outside)
  if (options.act === 'all') return deployAll(outside)
  if (options.act === 'rollback') return rollBack(options.name, outside)
  await deployOne(options, outside)
}

/** Each that is here, in turn, and each staging before its own; one that fails leaves those behind it as they are. */
async function deployAll(outside: Outside): Promise<void> {
  const { directory, say } = outside
  const names = namesIn(directory)
  if (names.length === 0) throw new Error('There is no deployment here.')
  for (const [done, name] of names.entries()) {
    say(`— ${name}`)
    try {
      await deployOne(readOptions(['--name', name]), { ...outside, ask: null })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      const left = names.slice(done + 1).join(', ') || 'none'
      throw new Error(`${name} failed. Not reached: ${left}.\n${why}`, { cause: error })
    }
  }
}

async function deployOne(options: Options, outside: Outside): Promise<void> {
  const folder = join(outside.directory, options.name)
  const kept = await readKept(folder)
  const answers = await completed(options.name, { ...kept?.answers, ...options.given }, outside)
  const api = cloudflareOf(outside.env['CLOUDFLARE_API_TOKEN'] ?? '', outside)
  const found = await checked({ options, folder, kept, answers }, api, outside)
  const { zone, replyZone } = found
  if (!zone || !replyZone) return

  const wasFinished = kept?.isFinished === true
  const deployment = { name: options.name, folder, answers, found, zone, replyZone, wasFinished }
  await perform(deployment, api, outside)
  await finish(deployment, outside)
}

type Wanted = {
  readonly options: Options
  readonly folder: string
  readonly kept: Kept | null
  readonly answers: Answers
}

/** Throws with every reason not to begin, and the command to type again. */
async function checked(
  { options: { name, saysPaid }, folder, kept, answers }: Wanted,
  api: Cloudflare,
  outside: Outside,
): Promise<Found> {
  const secrets = await readSecrets(folder)
  const found = outside.env['CLOUDFLARE_API_TOKEN'] ? await findAll(api, name, answers) : null
  const settings = {
    ...shipped().vars,
    ...varsOf(answers),
    ...withMissing(secrets, null, answers),
    // The Worker’s own is as good, and cannot be read.
    SMTP_PASSWORD: outside.env['SMTP_PASSWORD'] ?? (found?.secrets?.includes('SMTP_PASSWORD') ? 'set' : ''),
    ...(isByCloudflare(answers.mail) && { MAIL: {} }),
  }
  const all = [
    ...whyNotAnswers(name, answers, settings),
    ...whyNotBeside(answers, await othersIn(outside.directory, name)),
    ...(found
      ? whyNotThere(
          { name, answers, saysPaid, databaseId: kept?.databaseId, kept: Object.keys(secrets) },
          found,
        )
      : ['CLOUDFLARE_API_TOKEN is not set: make a token with the permissions that docs/deploying.md lists.']),
  ]
  if (!found || all.length > 0)
    throw new Error(
      ['Nothing was made.', ...all.map((each) => `- ${each}`), '', commandOf(name, answers)].join('\n'),
    )
  return found
}

async function perform(deployment: Deployment, api: Cloudflare, outside: Outside): Promise<void> {
  const { folder, answers, wasFinished, name } = deployment
  const before = await readKept(folder)
  await writeKept(folder, { ...before, answers, isFinished: wasFinished })
  for (const { what, run } of stepsOf(deployment, api, outside))
    try {
      outside.say(`${what}: ${await run()}`)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(
        `${what}: ${why}\nWhat was made before stays. Run it again, and it goes on from here: npm run deploy -- --name ${name}`,
        { cause: error },
      )
    }
}

/** What to keep and where to begin: said once, when the address answered for the first time. */
async function finish({ folder, answers, wasFinished }: Deployment, { say }: Outside): Promise<void> {
  const kept = await readKept(folder)
  if (wasFinished || !kept) return
  const { OWNER_CLAIM: claim } = await readSecrets(folder)
  say(`Keep a copy of ${join(folder, 'secrets.json')} where you keep other keys: nobody can show them again.`)
  say('For its zone, set Always Use HTTPS and a Minimum TLS Version of 1.2.')
  say(
    claim === undefined
      ? `Begin at ${answers.origin}/sign-in, as ${answers.firstManager}.`
      : `Begin at ${answers.origin}/claim with this secret: ${claim}`,
  )
  await writeKept(folder, { ...kept, isFinished: true })
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
