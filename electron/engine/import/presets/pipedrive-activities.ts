import type { Preset } from './preset.ts';

/** Pipedrive, list of activities. Only done ones count in the KPIs; the others are kept with `done` no. */
export const PIPEDRIVE_ACTIVITIES: Preset = {
  name: 'pipedrive-activities',
  kind: 'activity',
  signs: { entity: 'activity|aktivitet|aktivität|actividad|activité|atividade|activiteit|attività' },
  columns: {
    date: 'due date|förfallodatum|slutdatum|fälligkeitsdatum|fecha de vencimiento|date d échéance',
    type: 'type|typ|tipo',
    rep: 'assigned to user|assigned to|tilldelad användare|tilldelad till|tilldelad|zugewiesen an|owner|asignado a',
    done: 'done|klar|utförd|slutförd|erledigt|hecho|fait',
    deal: 'deal|affär|geschäft|trato|affaire',
    customer: 'organization|organisation|organización',
  },
  values: {
    done: /^(?:done|not done|to do|klar|ej klar|att göra|erledigt|zu erledigen)$/i,
    type: /^(?:call|meeting|email|task|deadline|lunch|samtal|möte|mejl|e-post|uppgift)$/i,
  },
  keep: 'marked as done time|duration|due time|add time|subject|note|public description',
};
