import {
  MAX_ADDRESS_CHARACTERS,
  MAX_PERSON_NAME_CHARACTERS,
  MAX_ZONE_CHARACTERS,
} from '../../../../worker/domain/limits.ts'
import { Hidden } from '../../../parts/fields.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { CITY_LIST } from '../../../parts/zone-field.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { zoneAsTyped } from '../../../words/places.ts'
import { paths } from '../../paths.ts'
import { BACK, Labelled, type StepProps } from './first-step.tsx'

/** A name and an address; the mail that invites him to give his hours goes unless it is unticked. */
export function NewMentor({ frame, tone, data: { newIds, programme } }: StepProps) {
  const { firstSteps: words, people } = wordsFor(frame)
  return (
    <>
      <p class="soft">{words.mentor}</p>
      <form method="post" action={paths.people} class="stack">
        <Hidden values={hidden(newIds.mentor, programme.id, 'mentor')} />
        <NameAndAddress frame={frame} of="mentor" />
        <div class="field check">
          <input type="checkbox" id="mentor-invite" name="invite" value="yes" checked />
          <label for="mentor-invite">{people.invite}</label>
        </div>
        <More frame={frame} of="mentor" />
        <div class="actions">
          <button type="submit" class={tone}>
            {words.addMentor}
          </button>
          <a href={paths.imports}>{words.fromFile}</a>
        </div>
      </form>
    </>
  )
}

/** The same, and whoever keeps the calendar in one go. */
export function NewExecutive({ frame, tone, data: { newIds, programme } }: StepProps) {
  const { firstSteps: words } = wordsFor(frame)
  return (
    <>
      <p class="soft">{words.executive}</p>
      <form method="post" action={paths.people} class="stack">
        <Hidden values={hidden(newIds.executive, programme.id, 'executive')} />
        <Hidden values={{ newAssistantId: newIds.assistant }} />
        <NameAndAddress frame={frame} of="executive" />
        <Labelled id="assistant-name" label={words.assistantName}>
          <input id="assistant-name" name="assistantName" maxlength={MAX_PERSON_NAME_CHARACTERS} {...QUIET} />
        </Labelled>
        <Labelled id="assistant-email" label={words.assistantEmail}>
          <input id="assistant-email" name="assistantEmail" {...ADDRESS} />
        </Labelled>
        <More frame={frame} of="executive" />
        <div class="actions">
          <button type="submit" class={tone}>
            {words.addExecutive}
          </button>
          <a href={paths.imports}>{words.fromFile}</a>
        </div>
      </form>
    </>
  )
}

function hidden(id: string, programmeId: string, role: 'mentor' | 'executive') {
  return { back: BACK, id, programmeId, [`role-${role}`]: 'yes' }
}

const QUIET = { autocomplete: 'off' } as const
const ADDRESS = {
  ...QUIET,
  inputmode: 'email',
  autocapitalize: 'none',
  spellcheck: false,
  maxlength: MAX_ADDRESS_CHARACTERS + MAX_PERSON_NAME_CHARACTERS + 3,
} as const

type Of = { readonly frame: PageFrame; readonly of: 'mentor' | 'executive' }

function NameAndAddress({ frame, of }: Of) {
  const { people } = wordsFor(frame)
  return (
    <>
      <Labelled id={`${of}-name`} label={people.name}>
        <input id={`${of}-name`} name="name" required maxlength={MAX_PERSON_NAME_CHARACTERS} {...QUIET} />
      </Labelled>
      <Labelled id={`${of}-email`} label={people.email}>
        <input id={`${of}-email`} name="email" required {...ADDRESS} />
      </Labelled>
    </>
  )
}

/** As the manager's own, unless it is said otherwise. */
function More({ frame, of }: Of) {
  const { people } = wordsFor(frame)
  const zone = zoneAsTyped(frame.zone, frame.locale)
  return (
    <details>
      <summary>{people.more(zone, people.locales[frame.locale])}</summary>
      <div class="stack">
        <Labelled id={`${of}-zone`} label={people.zone}>
          <input
            id={`${of}-zone`}
            name="zone"
            value={zone}
            list={CITY_LIST}
            maxlength={MAX_ZONE_CHARACTERS}
            {...QUIET}
          />
        </Labelled>
        <Labelled id={`${of}-locale`} label={people.locale}>
          <select id={`${of}-locale`} name="locale">
            {(['en', 'fr'] as const).map((value) => (
              <option value={value} selected={value === frame.locale}>
                {people.locales[value]}
              </option>
            ))}
          </select>
        </Labelled>
      </div>
    </details>
  )
}
