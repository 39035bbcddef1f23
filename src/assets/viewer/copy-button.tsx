import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '~/ui/icon-button';
import { announce } from '~/ui/live-region';

/** Puts a value on the clipboard and says so. */
export function CopyButton({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      announce(`Copied ${label.toLowerCase()}`);
    } catch {
      announce('The browser does not allow copying here', 'assertive');
    }
  };
  return (
    <IconButton
      name={`Copy ${label.toLowerCase()}`}
      className="h-6! w-6!"
      icon={copied ? <Check aria-hidden="true" size={14} /> : <Copy aria-hidden="true" size={14} />}
      onClick={() => void copy()}
    />
  );
}
