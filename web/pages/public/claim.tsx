import { MAX_PERSON_NAME_CHARACTERS, MAX_PROGRAMME_NAME_CHARACTERS } from '../../../worker/domain/limits.ts'
import type { Zone } from '../../../worker/domain/time/time.ts'
import { AddressField } from '../../parts/address-field.tsx'
import { TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { ZoneField } from '../../parts/zone-field.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type ClaimData = {
  readonly frame: PageFrame
  readonly form: FormState
  /** The zone of the reader's network. */
  readonly zone: Zone
}

/** The first page of an empty installation. */
export function ClaimPage({ frame, form, zone }: ClaimData) {
  const { claim: words, people } = wordsFor(frame)
  return (
    <Frame frame={frame} title={words.title} errors={form.errors}>
      <header class="heading">
        <h1>{words.title}</h1>
      </header>
      <p>{words.about}</p>
      <form method="post" action={paths.claim} class="stack">
        <TextField
          form={form}
          name="secret"
          label={words.secret}
          hint={words.secretHint}
          type="password"
          attributes={{ required: true, autocomplete: 'off', spellcheck: 'false' }}
        />
        <TextField
          form={form}
          name="name"
          label={words.name}
          attributes={{ required: true, maxlength: MAX_PERSON_NAME_CHARACTERS, autocomplete: 'name' }}
        />
        <AddressField form={form} label={words.email} autocomplete="email" />
        <TextField
          form={form}
          name="programme"
          label={words.programme}
          hint={words.programmeHint}
          attributes={{ required: true, maxlength: MAX_PROGRAMME_NAME_CHARACTERS, autocomplete: 'off' }}
        />
        <ZoneField frame={frame} form={form} label={people.zone} hint={people.zoneHint} value={zone} />
        <div class="dock">
          <button class="primary" type="submit">
            {words.press}
          </button>
        </div>
      </form>
    </Frame>
  )
}
