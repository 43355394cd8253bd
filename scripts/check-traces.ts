import { buildWeb } from './build.ts'
import { startInMemoryWorker } from './simulating/in-memory-worker.ts'
import { examplesOf, ordinaryBoxes, type Participant, participantBoxes } from './traces/corpus.ts'
import { judgeAll } from './traces/judge.ts'
import { participantsOf } from './traces/participants.ts'
import { printTraces, type Traces } from './traces/print.ts'
import { whatIfs } from './traces/what-if.ts'

const seed = seedAsked()
const SPAN = { from: '2026-12-02', weeks: 26 }
/** The domain that docs/deploying.md advises: one below the organisation’s own, with a name that says nothing. */
const SETTINGS = { REPLY_DOMAIN: 'calendar.northgate.example', REPLY_PREFIX: 'calendar-' }
/** Twice as many as participants, so that these are the fewer, as in an organisation. */
const ORDINARY = 44

await buildWeb()
const lived = await Promise.all([participantsAfter(seed), participantsAfter(seed + 1000)])
printTraces(tracesOf(lived.flat()), process.argv.includes('--json'))
process.exit()

/** Two programmes of half a year each, lived at once: one has too few people to say anything. */
async function participantsAfter(year: number): Promise<readonly Participant[]> {
  const worker = await startInMemoryWorker('2026-12-01T08:00:00Z', SETTINGS)
  try {
    await worker.simulate({ seed: year, weeks: SPAN.weeks })
    return await participantsOf(worker, `${year}`)
  } finally {
    await worker.stop()
  }
}

function tracesOf(participants: readonly Participant[]): Traces {
  const boxes = [...ordinaryBoxes(seed, ORDINARY, SPAN), ...participantBoxes(seed, participants, SPAN)]
  const { events, mails } = examplesOf(seed, boxes)
  return {
    seed,
    participants: participants.length,
    others: ORDINARY,
    readers: [
      { reader: 'colleague', ours: countOurs(events), seen: events.length, verdicts: judgeAll(events, seed) },
      {
        reader: 'mail administrator',
        ours: countOurs(mails),
        seen: mails.length,
        verdicts: judgeAll(mails, seed),
      },
    ],
    whatIfs: whatIfs(seed, boxes),
  }
}

function countOurs(examples: readonly { readonly isOurs: boolean }[]): number {
  return examples.filter(({ isOurs }) => isOurs).length
}

function seedAsked(): number {
  const at = process.argv.indexOf('--seed')
  const wanted = at < 0 ? 1 : Number(process.argv[at + 1])
  if (!Number.isInteger(wanted) || wanted < 1) throw new Error('--seed takes a whole number.')
  return wanted
}
