import { InvitePage } from '../../../web/pages/answering/invite.tsx'
import { paths } from '../../../web/pages/paths.ts'
import type { Notice } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { answerFor } from '../../actions/session/answer-for.ts'
import { askToDecline } from '../../actions/session/ask-to-decline.ts'
import { recordCounter, withdrawProposal } from '../../actions/session/counter.ts'
import { sendOwnPage } from '../../actions/session/own-page.ts'
import { undoAnswer } from '../../actions/session/undo-answer.ts'
import { isId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import { slotAt } from '../../domain/slot/slot.ts'
import type { App, AppContext } from '../context.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { sheetOf } from '../frame.ts'
import { explainOutside } from '../refusals.ts'
import { refused } from '../responses.tsx'
import { inviteData } from './invite-data.ts'
import { openedAfter, openLink, type Opened } from './link.ts'
import { errorsAtTime, freeStart, readOwnTime } from './own-time.ts'
import { takenBackBy } from './taken-back.ts'

type Fields = Readonly<Record<string, string | undefined>>

/** The page linked from an event. Everybody who reads the event can open it, so a decline needs a confirmation. */
export function invitePages(app: App): void {
  app.get(paths.invite, async (c) => {
    const opened = await openLink(c, 'invite', c.req.query('k'))
    if (!opened.ok) return refused(c, opened.refusal)
    const frame = sheetOf(c, opened.value.reader)
    return c.html(<InvitePage {...inviteData(opened.value, frame, { from: c.req.query('from') })} />)
  })

  app.post(paths.invite, async (c) => {
    const fields = await fieldsOf(c)
    const opened = await openLink(c, 'invite', fields['k'])
    if (!opened.ok) return refused(c, opened.refusal)

    const { reader, situation } = opened.value
    const free = freeStart(fields['answer'], situation.now)
    if (free !== null) return show(c, fields, await propose(c, opened.value, free), opened.value)
    const isOwn = fields['answer'] === 'own'
    const own = isOwn ? readOwnTime(fields, reader, sheetOf(c, reader), situation.now) : null
    if (fields['answer'] === undefined) return chooseOne(c, opened.value, fields)
    if (own && !own.ok) {
      const form = { values: stringsOf(fields), errors: own.refusal }
      const data = inviteData(opened.value, sheetOf(c, reader), { form, from: fields['from'] })
      return c.html(<InvitePage {...data} />, 422)
    }
    const acted = own?.ok ? await propose(c, opened.value, own.value) : await answer(c, opened.value, fields)
    return show(c, fields, acted, opened.value)
  })
}

/** A browser that sends a form with nothing chosen. */
function chooseOne(c: AppContext, opened: Opened, fields: Fields) {
  const { reader } = opened
  const errors = [{ field: 'answer', message: wordsFor(reader).answering.chooseOne }]
  const form = { values: stringsOf(fields), errors }
  const data = inviteData(opened, sheetOf(c, reader), { form, from: fields['from'] })
  return c.html(<InvitePage {...data} />, 422)
}

async function show(c: AppContext, fields: Fields, acted: Result<Session, Refusal>, opened: Opened) {
  const { reader } = opened
  if (acted.ok) {
    const asked = fields['answer'] === 'decline'
    const frame = sheetOf(c, reader, noticeOf(reader, fields['answer']))
    const after = openedAfter(opened, acted.value)
    return c.html(<InvitePage {...inviteData(after, frame, { asked })} />)
  }
  const again = await openLink(c, 'invite', fields['k'])
  if (!again.ok) return refused(c, again.refusal)

  const { status, code, sentence } = explainOutside(acted.refusal, reader)
  c.set('refused', code)
  const errors = fields['answer'] === 'own' ? errorsAtTime(acted.refusal, sentence) : []
  const form = { values: stringsOf(fields), errors }
  const frame = sheetOf(c, reader, errors.length > 0 ? null : { tone: 'refused', sentence })
  const data = inviteData(again.value, frame, { form, from: fields['from'] })
  return c.html(<InvitePage {...data} />, status)
}

function noticeOf(reader: Person, answered: string | undefined): Notice | null {
  const { inviting, answering } = wordsFor(reader)
  if (answered === 'own-page') return { tone: 'done', sentence: inviting.ownPageSent }
  return answered === 'take-back' ? { tone: 'done', sentence: answering.takenBack } : null
}

async function answer(
  c: AppContext,
  { situation, reader }: Opened,
  fields: Fields,
): Promise<Result<Session, Refusal>> {
  const platform = c.get('platform')
  const by = { id: reader.id, door: 'link' as const }
  switch (fields['answer']) {
    case 'accept': {
      // In another tab another time was proposed: the date is what is chosen now.
      const proposalId = takenBackBy({ situation, reader })
      const taken = proposalId && (await withdrawProposal(platform, situation.session.id, { proposalId }, by))
      if (taken && !taken.ok) return taken
      return answerFor(platform, situation.session.id, { personId: reader.id, partstat: 'ACCEPTED' }, by)
    }
    case 'undo':
      return undoAnswer(platform, situation.session.id, reader.id, by)
    case 'own-page':
      return sendOwnPage(platform, situation.session.id, by)
    case 'decline':
      return askToDecline(platform, situation.session.id, reader, by)
    case 'take-back': {
      const { proposal: proposalId = '' } = fields
      return isId('ctr', proposalId)
        ? withdrawProposal(platform, situation.session.id, { proposalId }, by)
        : refuse({ reason: 'no-such-proposal' })
    }
    default:
      return refuse({ reason: 'not-found' })
  }
}

async function propose(c: AppContext, { situation, reader }: Opened, start: Parameters<typeof slotAt>[0]) {
  const { session } = situation
  const by = { id: reader.id, door: 'link' as const }
  const time = slotAt(start, session.minutes)
  return recordCounter(c.get('platform'), session.id, { time, personId: reader.id, by })
}
