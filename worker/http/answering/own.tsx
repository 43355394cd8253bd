import { OWN_FIELDS, type OwnData, OwnPage } from '../../../web/pages/answering/own.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { makeWish, withdrawWish } from '../../actions/pairing/wish.ts'
import { markCommitment } from '../../actions/session/mark-commitment.ts'
import { isId } from '../../domain/ids.ts'
import { OWN_LIST_FIELDS } from '../../domain/letter/fields.ts'
import { WISHES } from '../../domain/pairing/wish.ts'
import { standingOf } from '../../domain/path/track-walk.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf } from '../../domain/people/permission.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import { waitingProposalOf } from '../../domain/session/waiting-answer.ts'
import { hasWaitingAnswer } from '../../storage/mail/received.ts'
import { findStage } from '../../storage/path/stage.ts'
import { findOwnList } from '../../storage/programme/close.ts'
import { listCommitments } from '../../storage/session/outcome.ts'
import { findOpenSession } from '../../storage/session/session.ts'
import type { App, AppContext } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { formatShown } from '../forms/format-choices.ts'
import { pulseQuestion } from '../forms/pulse.ts'
import { sheetOf } from '../frame.ts'
import { refused } from '../responses.tsx'
import { openLink, type Opened } from './link.ts'

const DONE = ['yes', 'partly', 'no'] as const

/** The executive's own page: next session, latest commitment, and wishes (a pause, another mentor). */
export function ownPages(app: App): void {
  app.get(paths.own, async (c) => {
    const opened = await openLink(c, 'own', c.req.query('k'))
    return opened.ok ? page(c, opened.value, false) : refused(c, opened.refusal)
  })

  app.post(paths.own, async (c) => {
    const fields = await fieldsOf(c)
    const opened = await openLink(c, 'own', fields['k'])
    if (!opened.ok) return refused(c, opened.refusal)

    const { situation } = opened.value
    const done = DONE.find((each) => each === fields['done'])
    const wish = WISHES.find((each) => each === fields['wish'])
    const isTakenBack = fields['back'] !== undefined
    const { commitment: id = '' } = fields
    const closed = done || wish ? whyClosed(situation.programme) : null
    if (closed) return refused(c, closed)
    if (done && isId('com', id)) await markCommitment(c.get('platform'), situation, { id, done })
    if (wish && isTakenBack) await withdrawWish(c.get('platform'), situation, wish)
    if (wish && !isTakenBack) await makeWish(c.get('platform'), situation, wish)
    const again = await openLink(c, 'own', fields['k'])
    return again.ok ? page(c, again.value, Boolean(done ?? wish)) : refused(c, again.refusal)
  })
}

async function page(c: AppContext, { situation, reader, k }: Opened, isNoted: boolean) {
  const { db } = c.get('platform')
  const { programme, pairing, mentor, manager } = situation
  const { status, purgeOn: keptUntil } = programme
  const isOver = status !== 'open' && keptUntil !== null
  const [[commitment], round, stage, list, hasMail] = await Promise.all([
    listCommitments(db, pairing.id),
    findOpenSession(db, pairing.id),
    findStage(db, programme.id, pairing.executiveId),
    isOver ? findOwnList(db, programme.id, reader.id) : null,
    hasWaitingAnswer(db, pairing),
  ])
  const look = lookOf('executive', reader.id, situation.executive)
  const where = { action: paths.pulse, hidden: { k }, managerName: manager.name, look }
  const notice = isNoted ? ({ tone: 'done', sentence: wordsFor(reader).own.noted } as const) : null
  const data = seen<OwnData>(look, OWN_FIELDS, {
    frame: sheetOf(c, reader, notice),
    k,
    closed: list && keptUntil !== null ? { list: seen(look, OWN_LIST_FIELDS, list), keptUntil } : null,
    pulse: pulseQuestion(situation, reader.id, where),
    mentorName: mentor.name,
    managerName: manager.name,
    next: round?.time ?? null,
    waits:
      waitingProposalOf({ ...situation, session: round }, reader.id) ??
      (hasMail ? { time: null, state: 'asked' } : null),
    isPaused: pairing.status === 'paused',
    wished: situation.wishes,
    begins: round && (formatShown({ ...situation, session: round }, reader.locale)?.name ?? null),
    track: standingOf({ ...situation.path, formats: situation.formats }),
    commitment: commitment ?? null,
    aim: pairing.aim,
    stage,
  })
  return c.html(<OwnPage {...data} />)
}
