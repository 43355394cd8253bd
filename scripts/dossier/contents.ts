import type { Locale } from '../../worker/domain/people/person.ts'
import { code, list, page } from './markdown.ts'
import { fileOf } from './page-names.ts'

/** The first page: what each of the others is, and for whom. */
export function contentsPage(locale: Locale, state: string): string {
  return locale === 'fr'
    ? page(
        '# Dossier de protection des données de Sotto',
        `> ${state}. Établi par \`npm run dossier -- --locale fr\`, d’après les tables du code.`,
        list([
          `${code(fileOf('record'))}\u202f: projet de registre des traitements, pour le délégué à la protection des données`,
          `${code(fileOf('map'))}\u202f: chaque table et chaque colonne (en anglais\u202f; une annexe technique)`,
          `${code(fileOf('assessment'))}\u202f: projet d’analyse d’impact`,
          `${code(fileOf('agreement'))}\u202f: projet d’accord avec les représentants du personnel`,
          `${code(fileOf('security'))}\u202f: réponses aux questions usuelles de sécurité (en anglais)`,
          `${code(fileOf('routes'))}\u202f: chaque courriel et chaque page (en anglais)`,
        ]),
        'Ce sont des projets. Les passages **[en gras entre crochets ______]** sont à remplir. Rien ici n’est un conseil juridique. À chaque nouvelle version, établissez le dossier à nouveau et comparez-le à celui que vous avez signé.',
      )
    : page(
        '# Sotto: the data protection dossier',
        `> ${state}. Made by \`npm run dossier\`, from the code’s own tables.`,
        list([
          `${code(fileOf('record'))}: draft record of processing, for the data protection officer`,
          `${code(fileOf('map'))}: every table and column`,
          `${code(fileOf('assessment'))}: draft impact assessment`,
          `${code(fileOf('agreement'))}: draft agreement with the works council`,
          `${code(fileOf('security'))}: answers to what a security officer asks`,
          `${code(fileOf('routes'))}: every mail, and every route`,
        ]),
        'They are drafts. What stands **[bold in brackets ______]** is yours to fill in. Nothing here is legal advice. With each new version make it anew, and compare it with the one that you signed.',
      )
}
