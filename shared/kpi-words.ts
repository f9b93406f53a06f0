import enCommon from './messages/en/kpis.json' with { type: 'json' };
import enActivities from './messages/en/kpis-activities.json' with { type: 'json' };
import enCustomers from './messages/en/kpis-customers.json' with { type: 'json' };
import enPipeline from './messages/en/kpis-pipeline.json' with { type: 'json' };
import enPrices from './messages/en/kpis-prices.json' with { type: 'json' };
import enSales from './messages/en/kpis-sales.json' with { type: 'json' };
import enSubscriptions from './messages/en/kpis-subscriptions.json' with { type: 'json' };
import enTargets from './messages/en/kpis-targets.json' with { type: 'json' };
import svCommon from './messages/sv/kpis.json' with { type: 'json' };
import svActivities from './messages/sv/kpis-activities.json' with { type: 'json' };
import svCustomers from './messages/sv/kpis-customers.json' with { type: 'json' };
import svPipeline from './messages/sv/kpis-pipeline.json' with { type: 'json' };
import svPrices from './messages/sv/kpis-prices.json' with { type: 'json' };
import svSales from './messages/sv/kpis-sales.json' with { type: 'json' };
import svSubscriptions from './messages/sv/kpis-subscriptions.json' with { type: 'json' };
import svTargets from './messages/sv/kpis-targets.json' with { type: 'json' };

/** The words of the namespace `kpis`: names and definitions by id, area by area, and those of reasons and marks. */
export const KPI_WORDS = {
  en: {
    ...enCommon,
    ...enSales,
    ...enCustomers,
    ...enPipeline,
    ...enActivities,
    ...enSubscriptions,
    ...enTargets,
    ...enPrices,
  },
  sv: {
    ...svCommon,
    ...svSales,
    ...svCustomers,
    ...svPipeline,
    ...svActivities,
    ...svSubscriptions,
    ...svTargets,
    ...svPrices,
  },
} as const;
