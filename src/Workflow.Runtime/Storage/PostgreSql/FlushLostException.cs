namespace Workflow.Runtime.Storage.PostgreSql;

/// <summary>An act was committed, but whether it is on disk cannot be known: who sends it again with its key is told, for it is looked up then.</summary>
internal sealed class FlushLostException(Exception? inner) : Exception("the connection that flushes was lost", inner);
