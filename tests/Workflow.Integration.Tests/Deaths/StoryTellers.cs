using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Runtime.Timers;

namespace Workflow.Integration.Tests.Deaths;

/// <summary>
/// Tells stories beside each other until each has ended or stands where it shall die; then the process kills itself as <c>kill -9</c> does.
/// One death of a process so is a death at many writes.
/// </summary>
internal sealed class StoryTellers(TellingPlan plan, int life)
{
    private static readonly TimeSpan AlwaysLongEnough = TimeSpan.FromMinutes(5);

    private readonly Lock sync = new();
    private int stillTelling = plan.Stories.Count;
    private int atTheirDeath;

    public static async Task Tell(TellingPlan plan, int life)
    {
        var bytes = await File.ReadAllBytesAsync(plan.Document);
        var draft = DraftImporter.Read(plan.Document, bytes, TrackedChanges.Accept).Draft!;
        var tellers = new StoryTellers(plan, life);
        await Task.WhenAll(plan.Stories.Select(story => Task.Run(() => tellers.Tell(story, draft, bytes))));
    }

    private async Task Tell(PlannedStory story, ImportedDraft draft, byte[] bytes)
    {
        // Leases of the life before have run out.
        var clock = new LaterClock { Ahead = life * AlwaysLongEnough };
        var died = File.Exists(story.DeathsFile(plan)) ? File.ReadAllLines(story.DeathsFile(plan)) : [];
        var (armed, step, forms) = (false, 0, 0);
        var times = new Dictionary<(string, bool), int>();
        using var oneAtATime = new SemaphoreSlim(1);
        async Task Reached(string what, bool isOnDisk)
        {
            if (!armed)
            {
                return;
            }

            // Timers are claimed and fired beside each other. Who dies keeps the others from writing on.
            await oneAtATime.WaitAsync();
            var seen = times[($"{step} {what}", isOnDisk)] = times.GetValueOrDefault(($"{step} {what}", isOnDisk)) + 1;
            var label = $"{step} {what} {seen}";
            if (isOnDisk)
            {
                await File.AppendAllLinesAsync(story.WritesFile(plan), [label]);
            }

            if (isOnDisk == story.AfterCommit && story.Deaths.Contains(label) && !died.Contains(label))
            {
                await File.AppendAllLinesAsync(story.DeathsFile(plan), [label]);
                Stop(dies: true);
                await Task.Delay(Timeout.Infinite);
            }

            oneAtATime.Release();
        }

        var folder = Path.Combine(plan.Folder, story.Name);
        Directory.CreateDirectory(folder);
        var watch = new WriteWatch(Reached);
        var world = await DemoWorld.GoOn(draft, folder, story.Connection, services => services.AddSingleton<IInterceptor>(watch).AddSingleton<TimeProvider>(clock));
        var told = File.Exists(story.AnswersFile(plan)) ? File.ReadAllLines(story.AnswersFile(plan)).Select(line => JsonSerializer.Deserialize<Answer>(line)!).ToList() : [];
        world.Around = async send =>
        {
            // What was acknowledged is not sent again; what was not is, as it was.
            if (++step > told.Count)
            {
                var answer = await send();
                await File.AppendAllLinesAsync(story.AnswersFile(plan), [JsonSerializer.Serialize(answer)]);
                return answer;
            }

            return told[step - 1];
        };
        armed = true;
        await new DemoStory(world, draft, Path.GetFileName(plan.Document), bytes, "") { Quiet = true, ByRounds = plan.ByRounds, NewId = () => new Guid(++forms, 0, 0, new byte[8]) }.Tell();

        // A unit has not confirmed in three days: the timer fires, and the machine reminds it.
        clock.Ahead += TimeSpan.FromDays(4);
        step++;
        await world.Services.GetRequiredService<TimerProcessor>().FireDue(default);
        await world.RunMachine();
        armed = false;
        await File.WriteAllTextAsync(story.EndFile(plan), await Ending.Of(world));
        Stop(dies: false);
    }

    private void Stop(bool dies)
    {
        lock (sync)
        {
            stillTelling--;
            atTheirDeath += dies ? 1 : 0;
            if (stillTelling == 0 && atTheirDeath > 0)
            {
                Process.GetCurrentProcess().Kill();
            }
        }
    }

    private sealed class LaterClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
