import { PULSE_FIELDS, type PulseData, PulsePage } from '../../../web/pages/answering/pulse.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { answerPulse } from '../../actions/pairing/pulse.ts'
import type { LinkPurpose } from '../../domain/letter/link.ts'
import { seen } from '../../domain/people/fields.ts'
import { type Look, lookOf, lookOfMentor } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import type { App, AppContext } from '../context.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { pulseQuestion, readPulse } from '../forms/pulse.ts'
import { sheetOf } from '../frame.ts'
import { refused } from '../responses.tsx'
import { openLink, type Opened, senderLine } from './link.ts'

/** Links that identify the mentor or the executive. Only `invite` may be in a calendar that others read. */
const PURPOSES = ['invite', 'own', 'log', 'meeting'] as const satisfies readonly LinkPurpose[]

/** Two questions, two taps. A GET saves nothing, and an invite's link does not show the answers. */
export function pulsePages(app: App): void {
  app.get(paths.pulse, async (c) => {
    const opened = await openAny(c, c.req.query('k'))
    return opened.ok ? page(c, opened.value) : refused(c, opened.refusal)
  })

  app.post(paths.pulse, async (c) => {
    const fields = await fieldsOf(c)
    const opened = await openAny(c, fields['k'])
    if (!opened.ok) return refused(c, opened.refusal)

    const { situation, reader } = opened.value
    const answers = readPulse(fields)
    if (!answers) {
      const errors = [{ field: 'worth', message: wordsFor(reader).pulse.both }]
      return page(c, opened.value, { form: { values: stringsOf(fields), errors } })
    }
    const saved = await answerPulse(c.get('platform'), situation.pairing.id, reader.id, answers)
    if (!saved.ok) return refused(c, saved.refusal)
    const again = await openAny(c, fields['k'])
    return again.ok ? page(c, again.value, { isSaved: true }) : refused(c, again.refusal)
  })
}

async function openAny(c: AppContext, k: string | undefined): Promise<Result<Opened, Refusal>> {
  for (const purpose of PURPOSES) {
    const opened = await openLink(c, purpose, k)
    if (opened.ok || opened.refusal.reason !== 'not-found') return opened
  }
  return refuse({ reason: 'not-found' })
}

function page(
  c: AppContext,
  { link, situation, reader, k }: Opened,
  { form = EMPTY_FORM, isSaved = false }: { readonly form?: FormState; readonly isSaved?: boolean } = {},
) {
  const { executive, mentor, manager } = situation
  const look = lookBehind(link.purpose, reader, situation)
  const other = reader.id === executive.id ? mentor : executive
  const notice = isSaved ? ({ tone: 'done', sentence: wordsFor(reader).pulse.saved } as const) : null
  const where = { action: paths.pulse, hidden: { k }, managerName: manager.name, look, form }
  const data = seen<PulseData>(look, PULSE_FIELDS, {
    frame: sheetOf(c, reader, notice),
    otherName: other.name,
    sender: senderLine(situation),
    question: pulseQuestion(situation, reader.id, where),
    isOff: !situation.programme.policy.pulses,
  })
  return c.html(<PulsePage {...data} />, form.errors.length > 0 ? 422 : 200)
}

/** Everybody who reads the calendar can open an invite's link; only the addressee has the other links. */
function lookBehind(purpose: LinkPurpose, reader: Person, situation: SessionSituation): Look {
  const { executive } = situation
  if (purpose === 'invite') return lookOf('calendar', reader.id, executive)
  return reader.id === executive.id
    ? lookOf('executive', reader.id, executive)
    : lookOfMentor(situation, reader.id)
}
