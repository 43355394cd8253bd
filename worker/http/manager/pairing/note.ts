import { MANAGERS_NOTE, paths } from '../../../../web/pages/paths.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { writeNote } from '../../../actions/pairing/write-note.ts'
import { MAX_PAIRING_NOTE_CHARACTERS } from '../../../domain/limits.ts'
import { findPairingNote } from '../../../storage/pairing/note.ts'
import { type App, identityOf, managerOf } from '../../context.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { missing } from '../../responses.tsx'
import { pairingSituationFor } from '../load.ts'
import { afterSetting, asPutBack, expectedBack, putsBack, type Setting } from '../put-back.ts'
import { pairingAgain } from './pairing.tsx'

/** The managers' note on a pairing. Of two who write at once the second sees what the first wrote, and what she typed. */
export function notePages(app: App): void {
  app.post('/pairings/:id/note', async (c) => {
    const situation = await pairingSituationFor(c)
    if (!situation) return missing(c)
    const fields = await fieldsOf(c)
    const form = { values: stringsOf(fields), errors: [] }
    const { managersNote: typed = '', seen = '' } = fields
    // A browser sends each break of a line as two characters, and counts it as one.
    if (typed.replaceAll('\r\n', '\n').trim().length > MAX_PAIRING_NOTE_CHARACTERS) {
      const message = wordsFor(identityOf(c).person).pairings.note.tooLong(MAX_PAIRING_NOTE_CHARACTERS)
      return pairingAgain(c, situation, null, { ...form, errors: [{ field: 'managersNote', message }] })
    }

    const { id } = situation.pairing
    const stored = async () => (await findPairingNote(c.get('platform'), id))?.words ?? ''
    const setting: Setting = {
      action: paths.pairingNote(id),
      read: async () => ({ managersNote: await stored() }),
    }
    const before = await setting.read()
    const isBack = putsBack(fields)
    const written = await writeNote(
      c.get('platform'),
      id,
      typed,
      managerOf(c),
      isBack ? expectedBack(fields, setting) : (note) => String(note?.writtenAt ?? '') === seen,
    )
    if (!written.ok) {
      return isBack
        ? pairingAgain(c, situation, asPutBack(fields, written.refusal))
        : pairingAgain(c, situation, written.refusal, form)
    }
    const page = `${paths.pairing(id)}#${MANAGERS_NOTE}`
    return c.redirect(await afterSetting(c, page, 'note', { setting, before, fields }), 303)
  })
}
