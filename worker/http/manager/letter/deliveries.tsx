import { DeliveriesPage } from '../../../../web/pages/manager/letter/deliveries.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import type { Notice } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { clearAddress } from '../../../actions/letter/clear-address.ts'
import { resendFailed } from '../../../actions/letter/resend-failed.ts'
import { resendLetter } from '../../../actions/letter/resend.ts'
import { resumeSending } from '../../../actions/letter/resume.ts'
import { sendTestInvite, takeTestInviteAway } from '../../../actions/letter/send-test-invite.ts'
import { sendTestLetter } from '../../../actions/letter/send-test.ts'
import { isId } from '../../../domain/ids.ts'
import { WAITING_CHOICES, whoElseResumes } from '../../../domain/letter/resume.ts'
import { LINES_PER_DELIVERY_PAGE } from '../../../domain/limits.ts'
import { managedBy } from '../../../domain/people/permission.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { readHealth } from '../../../storage/clock/health.ts'
import { type Delivery, DELIVERY_STATES, listDeliveries } from '../../../storage/letter/delivery.ts'
import { selectSendingStopped } from '../../../storage/letter/failed.ts'
import { findPaused } from '../../../storage/letter/restored.ts'
import { listResumers } from '../../../storage/letter/resumers.ts'
import { type App, type AppContext, identityOf, managerOf, resumesAs } from '../../context.ts'
import { fieldsOf } from '../../forms/fields.ts'
import { explain, type RefusalStatus } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterSaving, backIn } from '../after-press.ts'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'
import { letterFor } from './load.ts'

/** The deliveries of a programme: send a letter again, or end the suppression of an address. */
export function deliveryPages(app: App): void {
  app.get(paths.deliveries, (c) => page(c, null, 200))

  app.post(paths.deliveriesRetry, async (c) => {
    const { programmeId = '' } = await fieldsOf(c)
    const { actor, person } = identityOf(c)
    const wanted = managedBy(actor).find((id) => id === programmeId)
    if (!wanted) return missing(c)
    const { resent, overtaken, more } = await resendFailed(c.get('platform'), wanted)
    const words = wordsFor(person).deliveries
    const sentence = [words.resent(resent, overtaken), ...(more ? [words.moreFailed] : [])].join(' ')
    return page(c, { tone: 'done', sentence }, 200)
  })

  app.post(paths.deliveriesTest, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const { person } = identityOf(c)
    const sent = await sendTestLetter(c.get('platform'), person, scope.programme)
    if (!sent.ok) return refusedPage(c, sent.refusal)
    return page(c, { tone: 'done', sentence: wordsFor(person).deliveries.tested(person.email) }, 200)
  })

  app.post(paths.testInvite, async (c) => {
    const fields = await fieldsOf(c)
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const isAway = fields['act'] === 'take-away'
    const done = await (isAway ? takeTestInviteAway : sendTestInvite)(
      c.get('platform'),
      identityOf(c).person,
      scope.programme,
    )
    if (!done.ok) return refusedPage(c, done.refusal)
    return c.redirect(
      afterSaving(backIn(fields, paths.today), isAway ? 'test-invite-away' : 'test-invite'),
      303,
    )
  })

  app.post(paths.deliveriesResumption, async (c) => {
    const fields = await fieldsOf(c)
    const waiting = WAITING_CHOICES.find((each) => each === fields['waiting'])
    if (!waiting) return missing(c)
    const { person } = identityOf(c)
    const resumed = await resumeSending(c.get('platform'), resumesAs(c), waiting)
    if (!resumed.ok) return refusedPage(c, resumed.refusal)
    const words = wordsFor(person).deliveries.restored
    const dropped = waiting === 'drop' ? words.dropped(resumed.value?.ofBackup ?? 0) : ''
    return page(c, { tone: 'done', sentence: [words.resumed, dropped].join(' ').trim() }, 200)
  })

  app.post('/deliveries/:id/retry', async (c) => {
    const letter = await letterFor(c)
    if (!letter) return missing(c)
    const { id = '' } = await fieldsOf(c)
    const platform = c.get('platform')
    const again = await resendLetter(platform, letter, isId('let', id) ? id : platform.newId('let'))
    return again.ok ? c.redirect(afterSaving(paths.deliveries, 'again'), 303) : refusedPage(c, again.refusal)
  })

  app.post('/deliveries/:id/address', async (c) => {
    const letter = await letterFor(c)
    if (!letter) return missing(c)
    const { person } = identityOf(c)
    const letters = await clearAddress(c.get('platform'), letter.letter.reader.email, managerOf(c))
    return page(c, { tone: 'done', sentence: wordsFor(person).deliveries.cleared(letters) }, 200)
  })
}

function refusedPage(c: AppContext, refusal: Refusal) {
  const { status, code, sentence } = explain(refusal, identityOf(c).person)
  c.set('refused', code)
  return page(c, { tone: 'refused', sentence }, status)
}

async function page(c: AppContext, notice: Notice | null, status: 200 | RefusalStatus) {
  const scope = programmeScope(c)
  if (!scope) return missing(c)
  const { db, newId, now } = c.get('platform')
  const state = DELIVERY_STATES.find((each) => each === c.req.query('state')) ?? null
  const before = c.req.query('before') ?? null
  const { deliveries, next } = await listDeliveries(db, scope.programme.id, {
    state,
    before,
    limit: LINES_PER_DELIVERY_PAGE,
    now: now(),
  })
  const [stopped] = await selectSendingStopped(db)
  const paused = await findPaused(db, now())
  const lines = deliveries.map((each: Delivery) => ({ ...each, againId: newId('let') }))
  const older =
    next && `${paths.deliveries}?${new URLSearchParams({ ...(state && { state }), before: next })}`
  return c.html(
    <DeliveriesPage
      frame={frameInProgramme(c, 'deliveries', scope, notice)}
      stopped={stopped?.at ? { at: stopped.at, error: stopped.error } : null}
      paused={paused}
      resumers={paused && whoElseResumes(resumesAs(c), await listResumers(db))}
      state={state}
      health={identityOf(c).isOwner ? await readHealth(db, now()) : null}
      lines={lines}
      older={older}
    />,
    status,
  )
}
