/** The metric that is drawn: its ratio with interval and test for every pair of groups, and what limits them. */
import './compare.css';
import { Alert, Title } from '@mantine/core';
import { pairsOf, type MetricComparison, type PairResult } from '#core/compare/comparison.ts';
import { text } from '../../text/text.ts';
import { pairWords } from './pairWords.ts';

const words = text.compare;

function Pair({ metric, pair }: { readonly metric: MetricComparison; readonly pair: PairResult }) {
  const { ratio, test, others } = pairWords(metric, pair);
  return (
    <p>
      <b>{ratio}</b>
      <br />
      {test}
      {others !== '' && <span className="other-tests">{others}</span>}
    </p>
  );
}

export function MetricSummary({ metric }: { readonly metric: MetricComparison }) {
  const { title, set, holmTests, warnings } = metric;
  return (
    <section className="metric-summary" aria-label={title}>
      <Title order={6}>{words.titleOfSet(title, set)}</Title>
      {pairsOf(metric).map((pair) => (
        <Pair key={pair.pair.join('/')} {...{ metric, pair }} />
      ))}
      {holmTests > 1 && <p className="form-hint">{words.holmFamily(holmTests)}</p>}
      {warnings.length > 0 && (
        <Alert variant="light" color="yellow" p="xs" title={words.warnings}>
          {warnings.map(({ code, text: sentence }) => (
            <p key={code + sentence}>{sentence}</p>
          ))}
        </Alert>
      )}
    </section>
  );
}
