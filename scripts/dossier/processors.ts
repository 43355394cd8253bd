import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locale } from '../../worker/domain/people/person.ts'
import { root } from '../root.ts'

type Said = Readonly<Record<Locale, string>>
export type Processor = { readonly what: Said; readonly data: Said }

const MAIL_OUT = {
  en: 'every mail that leaves, with its reader’s address',
  fr: 'chaque courriel qui part, avec l’adresse de son destinataire',
}

/** What a section of wrangler.toml means for data; null: nothing of anybody passes there. */
const SECTIONS: Readonly<Record<string, Processor | null>> = {
  placement: null,
  assets: null,
  triggers: null,
  vars: null,
  secrets: null,
  d1_databases: {
    what: named('Cloudflare D1'),
    data: {
      en: 'everything that is stored (the data map)',
      fr: 'tout ce qui est enregistré (la carte des données)',
    },
  },
  send_email: { what: named('Cloudflare Email'), data: MAIL_OUT },
  queues: {
    what: named('Cloudflare Queues'),
    data: {
      en: 'addresses at which mail bounced, and the codes of it',
      fr: 'les adresses qui ont refusé un courriel, avec les codes',
    },
  },
  ratelimits: {
    what: named('Cloudflare Workers Rate Limiting'),
    data: {
      en: 'how often each key of the API was used within a minute, under a hash of the key',
      fr: 'le nombre d’usages de chaque clé de l’API en une minute, sous une empreinte de la clé',
    },
  },
  observability: {
    what: named('Cloudflare Workers Logs'),
    data: {
      en: 'one line for each request, mail and tick: codes and patterns, no names, no addresses',
      fr: 'une ligne par requête, courriel et minute\u202f: codes et modèles, ni noms ni adresses',
    },
  },
}

/** Who else gets data, as wrangler.toml of this checkout says. */
export function processors(text = wrangler()): readonly Processor[] {
  const found = sectionsOf(text).flatMap((section) => {
    const known = SECTIONS[section]
    if (known === undefined)
      throw new Error(
        `wrangler.toml has [${section}]: say in scripts/dossier/processors.ts what passes there`,
      )
    // Mail leaves by one of the two.
    return known === null || (section === 'send_email' && usesRelay(text)) ? [] : [known]
  })
  const host = settingOf(text, 'SMTP_HOST') || '(SMTP_HOST)'
  const relay = {
    what: { en: `the mail relay ${host}`, fr: `le relais de courrier ${host}` },
    data: MAIL_OUT,
  }
  return [
    {
      what: named('Cloudflare Workers'),
      data: {
        en: 'every request and every mail that comes in, while it is handled',
        fr: 'chaque requête et chaque courriel reçu, le temps de le traiter',
      },
    },
    {
      what: {
        en: 'Cloudflare Email Routing, or another receiver of the reply domain',
        fr: 'Cloudflare Email Routing, ou un autre serveur qui reçoit pour le domaine de réponse',
      },
      data: { en: 'every mail that comes in', fr: 'chaque courriel reçu' },
    },
    ...found,
    ...(usesRelay(text) ? [relay] : []),
  ]
}

export function usesRelay(text = wrangler()): boolean {
  return settingOf(text, 'MAIL_DRIVER') === 'smtp'
}

/** A variable of production; empty where it is not set. */
export function settingOf(text: string, name: string): string {
  return new RegExp(`^${name} = "(.*)"$`, 'm').exec(productionOf(text))?.[1] ?? ''
}

export function wrangler(): string {
  return readFileSync(join(root, 'wrangler.toml'), 'utf8')
}

/** The names of its sections, the first part of each, once. */
function sectionsOf(text: string): readonly string[] {
  const names = Array.from(productionOf(text).matchAll(/^\[\[?([a-z_0-9]+)/gm), ([, name = '']) => name)
  return [...new Set(names)]
}

/** Development has bindings of its own, which hold no one’s data. */
function productionOf(text: string): string {
  const [production = ''] = text.split(/^\[\[?env\./m)
  return production
}

/** The same in every language. */
function named(name: string): Said {
  return { en: name, fr: name }
}
