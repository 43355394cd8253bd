import { CONFIRM_FIELDS, ConfirmPage, type ConfirmData } from '../../../web/pages/answering/confirm.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { answerFor } from '../../actions/session/answer-for.ts'
import type { PersonId } from '../../domain/ids.ts'
import { seen } from '../../domain/people/fields.ts'
import { lookOf, lookOfMentor } from '../../domain/people/permission.ts'
import { inviteOf } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { zoneOfAt } from '../../domain/slot/hours.ts'
import type { App, AppContext } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { sheetOf } from '../frame.ts'
import { refused } from '../responses.tsx'
import { openLink, type Opened, senderLine } from './link.ts'

/** The invited person confirms, from his own mail, a decline that was requested on the invite's page. */
export function confirmPages(app: App): void {
  app.get(paths.confirm, async (c) => {
    const opened = await openLink(c, 'confirm', c.req.query('k'))
    return opened.ok ? page(c, opened.value) : refused(c, opened.refusal)
  })

  app.post(paths.confirm, async (c) => {
    const { k } = await fieldsOf(c)
    const opened = await openLink(c, 'confirm', k)
    if (!opened.ok) return refused(c, opened.refusal)

    const { situation, reader } = opened.value
    if (stateOf(situation, reader.id) === 'open') {
      const answer = { personId: reader.id, partstat: 'DECLINED' } as const
      const declined = await answerFor(c.get('platform'), situation.session.id, answer, {
        id: reader.id,
        door: 'link',
      })
      if (!declined.ok) return refused(c, declined.refusal)
    }
    const again = await openLink(c, 'confirm', k)
    return again.ok ? page(c, again.value) : refused(c, again.refusal)
  })
}

function page(c: AppContext, { situation, reader, k }: Opened) {
  const { session, executive, now } = situation
  const time = session.time ?? { start: now, end: now }
  const isExecutive = reader.id === executive.id
  const look = isExecutive ? lookOf('executive', reader.id, executive) : lookOfMentor(situation, reader.id)
  const data = seen<ConfirmData>(look, CONFIRM_FIELDS, {
    frame: sheetOf(c, reader),
    action: paths.confirm,
    k,
    executiveName: reader.name,
    time,
    otherZone: isExecutive ? zoneOfAt(executive, time.start) : null,
    sender: senderLine(situation),
    state: stateOf(situation, reader.id),
  })
  return c.html(<ConfirmPage {...data} />)
}

function stateOf({ session, now }: SessionSituation, personId: PersonId): ConfirmData['state'] {
  if (session.status !== 'fixed' || !session.time) return 'reopened'
  if (session.time.end <= now) return 'past'
  return inviteOf(session, personId)?.partstat === 'DECLINED' ? 'done' : 'open'
}
