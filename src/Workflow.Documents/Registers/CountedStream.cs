namespace Workflow.Documents.Registers;

/// <summary>A limit that a spreadsheet exceeds, in words for its sender.</summary>
internal sealed class SheetLimitException(string text) : Exception(text);

/// <summary>Reads on while a count allows it: what a zip says of its sizes is not believed.</summary>
internal sealed class CountedStream(Stream inner, Func<int, int> count) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int amount) => count(inner.Read(buffer, offset, amount));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int amount) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
