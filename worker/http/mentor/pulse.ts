import { paths } from '../../../web/pages/paths.ts'
import { answerPulse } from '../../actions/pairing/pulse.ts'
import type { PairingId } from '../../domain/ids.ts'
import { findPairing } from '../../storage/pairing/pairing.ts'
import { type App, identityOf } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { readPulse } from '../forms/pulse.ts'
import { afterSaving } from '../manager/after-press.ts'
import { missing, refused } from '../responses.tsx'

/** Saves a mentor's pulse answer; the pairing of another mentor is a 404. */
export function pulseAct(app: App): void {
  app.post('/pairings/:id/pulse', async (c) => {
    const { person } = identityOf(c)
    const platform = c.get('platform')
    const id: PairingId = `pai_${c.req.param('id').replace(/^pai_/, '')}`
    const pairing = await findPairing(platform.db, id)
    if (pairing?.mentorId !== person.id) return missing(c)

    const answers = readPulse(await fieldsOf(c))
    if (!answers) return c.redirect(`${paths.mine}?saved=no`, 303)
    const saved = await answerPulse(platform, id, person.id, answers)
    return saved.ok ? c.redirect(afterSaving(paths.mine, 'pulse'), 303) : refused(c, saved.refusal)
  })
}
