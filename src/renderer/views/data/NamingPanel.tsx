/** Files find their cells by their names; the panel shows what would happen before it happens. */
import { Button, Code, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseNamingPattern, suggestNamingPattern } from '#core/project/namingPattern.ts';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/useChange.ts';
import { text } from '../../text/text.ts';
import { assignByName, filesByName, type NamedFile } from './assignByName.ts';

/** More rows would hide the table below; the count says how many there are. */
const PREVIEW_ROWS = 8;

function PreviewRow({ file }: { readonly file: NamedFile }) {
  const { naming } = text.data;
  return (
    <tr data-unmatched={file.fields === null}>
      <td>{file.fileName}</td>
      <td>{file.fields?.group ?? ''}</td>
      <td>{file.cellName}</td>
      <td>{file.fields === null ? naming.noMatch : file.cell ? naming.existingCell : naming.newCell}</td>
    </tr>
  );
}

function Preview({ files }: { readonly files: readonly NamedFile[] }) {
  const { naming } = text.data;
  return (
    <table className="plain-table" aria-label={naming.preview}>
      <thead>
        <tr>
          <th scope="col">{naming.file}</th>
          <th scope="col">{text.fields.group}</th>
          <th scope="col">{text.fields.name}</th>
          <th scope="col">{naming.what}</th>
        </tr>
      </thead>
      <tbody>
        {files.slice(0, PREVIEW_ROWS).map((file) => (
          <PreviewRow key={file.fileName} file={file} />
        ))}
        {files.length > PREVIEW_ROWS && (
          <tr>
            <td colSpan={4}>{naming.more(files.length - PREVIEW_ROWS)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

export function NamingPanel({ onClose }: { readonly onClose: () => void }) {
  const { contents } = useSession();
  const change = useChange();
  const loose = contents.datasets.filter(({ cellId }) => cellId === null).map(({ fileName }) => fileName);
  const [typed, setTyped] = useState(() => suggestNamingPattern(loose));
  const outcome = parseNamingPattern(typed);
  const files = outcome.ok ? filesByName(contents, outcome.pattern) : [];
  const matched = files.filter(({ fields }) => fields !== null).length;
  const { naming } = text.data;
  const apply = async () => {
    if (await change(assignByName(contents, files))) onClose();
  };
  return (
    <section className="data-section naming-panel" aria-label={naming.title}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={naming.pattern}
          description={
            <>
              {naming.hint} <Code>{naming.example}</Code>
            </>
          }
          value={typed}
          size="xs"
          w={420}
          error={outcome.ok ? null : naming.problem(outcome.problem)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <Button size="xs" disabled={matched === 0} onClick={() => void apply()}>
          {naming.apply(matched)}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          {text.app.cancel}
        </Button>
      </Group>
      {outcome.ok && files.length > 0 && <Preview files={files} />}
      {loose.length === 0 && (
        <Text size="xs" c="dimmed">
          {naming.nothingLoose}
        </Text>
      )}
    </section>
  );
}
