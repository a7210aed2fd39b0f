package dev.kopilka.command;

import dev.kopilka.command.accrue.ActivityCommand;
import dev.kopilka.command.accrue.AdjustCommand;
import dev.kopilka.command.accrue.PurchaseCommand;
import dev.kopilka.command.accrue.ReturnCommand;
import dev.kopilka.command.accrue.SettleCommand;
import dev.kopilka.command.accrue.SurveyCommand;
import dev.kopilka.command.audit.ExplainCommand;
import dev.kopilka.command.audit.LogCommand;
import dev.kopilka.command.audit.VerifyCommand;
import dev.kopilka.command.completion.Complete;
import dev.kopilka.command.completion.Completion;
import dev.kopilka.command.db.BackupCommand;
import dev.kopilka.command.db.CopyCommand;
import dev.kopilka.command.db.InfoCommand;
import dev.kopilka.command.db.MigrateCommand;
import dev.kopilka.command.enroll.AddCommand;
import dev.kopilka.command.help.Help;
import dev.kopilka.command.init.Init;
import dev.kopilka.command.member.BlockCommand;
import dev.kopilka.command.member.FindCommand;
import dev.kopilka.command.member.LeaveCommand;
import dev.kopilka.command.member.StatementCommand;
import dev.kopilka.command.member.TierCommand;
import dev.kopilka.command.member.UnblockCommand;
import dev.kopilka.command.member.UpdateCommand;
import dev.kopilka.command.member.between.MergeCommand;
import dev.kopilka.command.member.between.TransferCommand;
import dev.kopilka.command.member.between.UnmergeCommand;
import dev.kopilka.command.pilot.AssignCommand;
import dev.kopilka.command.pilot.FinishCommand;
import dev.kopilka.command.pilot.PlanCommand;
import dev.kopilka.command.pilot.result.ResultCommand;
import dev.kopilka.command.program.ApplyCommand;
import dev.kopilka.command.program.CheckCommand;
import dev.kopilka.command.program.ExampleCommand;
import dev.kopilka.command.program.HistoryCommand;
import dev.kopilka.command.program.ShowCommand;
import dev.kopilka.command.redeem.CaptureCommand;
import dev.kopilka.command.redeem.CatalogCommand;
import dev.kopilka.command.redeem.HoldCommand;
import dev.kopilka.command.redeem.PointsCommand;
import dev.kopilka.command.redeem.QuoteCommand;
import dev.kopilka.command.redeem.ReleaseCommand;
import dev.kopilka.command.redeem.ReverseCommand;
import dev.kopilka.command.redeem.RewardCommand;
import dev.kopilka.command.redeem.StockCommand;
import dev.kopilka.command.report.CohortsCommand;
import dev.kopilka.command.report.ExpiryCommand;
import dev.kopilka.command.report.KpiCommand;
import dev.kopilka.command.report.LiabilityCommand;
import dev.kopilka.command.report.SurveysCommand;
import dev.kopilka.command.report.results.ChannelsCommand;
import dev.kopilka.command.report.results.GoalsCommand;
import dev.kopilka.command.report.results.PartnersCommand;
import dev.kopilka.command.report.results.StaffCommand;
import dev.kopilka.command.segment.ClvCommand;
import dev.kopilka.command.segment.CompareCommand;
import dev.kopilka.command.segment.ActionsCommand;
import dev.kopilka.command.segment.ListCommand;
import dev.kopilka.command.segment.PortraitCommand;
import dev.kopilka.command.segment.RfmCommand;
import dev.kopilka.command.segment.RunCommand;
import dev.kopilka.command.segment.lifecycle.LifecycleCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every command by the words that are typed. A switch and not a map: asking for one command loads
 * the class of that command and of no other.
 */
public final class Catalogue {
  /** In the order of DESIGN §4; help, completion and manual follow it. */
  private static final List<String> ORDER =
      List.of(
          "init",
          "program check",
          "program apply",
          "program show",
          "program history",
          "program example",
          "enroll add",
          "enroll import",
          "member show",
          "member list",
          "member find",
          "member statement",
          "member update",
          "member block",
          "member unblock",
          "member leave",
          "member tier",
          "member transfer",
          "member merge",
          "member unmerge",
          "accrue purchase",
          "accrue return",
          "accrue activity",
          "accrue survey",
          "accrue adjust",
          "accrue import",
          "accrue settle",
          "redeem quote",
          "redeem points",
          "redeem reward",
          "redeem hold",
          "redeem capture",
          "redeem release",
          "redeem reverse",
          "redeem import",
          "redeem catalog",
          "redeem stock",
          "segment rfm",
          "segment clv",
          "segment lifecycle",
          "segment list",
          "segment run",
          "segment members",
          "segment compare",
          "segment portrait",
          "segment actions",
          "pilot plan",
          "pilot assign",
          "pilot show",
          "pilot result",
          "pilot finish",
          "audit verify",
          "audit explain",
          "audit log",
          "report kpi",
          "report goals",
          "report expiry",
          "report liability",
          "report members",
          "report channels",
          "report partners",
          "report staff",
          "report surveys",
          "report cohorts",
          "db info",
          "db backup",
          "db copy",
          "db migrate",
          "db check",
          "completion",
          "help");

  private Catalogue() {}

  /** The command of that path, hidden ones included, or nothing. One line a command. */
  public static Optional<Command> command(String path) {
    Command command =
        switch (path) {
          case "init" -> new Init();
          case "program check" -> new CheckCommand();
          case "program apply" -> new ApplyCommand();
          case "program show" -> new ShowCommand();
          case "program history" -> new HistoryCommand();
          case "program example" -> new ExampleCommand();
          case "enroll import" -> new dev.kopilka.command.enroll.ImportCommand();
          case "enroll add" -> new AddCommand();
          case "member show" -> new dev.kopilka.command.member.ShowCommand();
          case "member list" -> new dev.kopilka.command.member.ListCommand();
          case "member find" -> new FindCommand();
          case "member statement" -> new StatementCommand();
          case "member update" -> new UpdateCommand();
          case "member block" -> new BlockCommand();
          case "member unblock" -> new UnblockCommand();
          case "member leave" -> new LeaveCommand();
          case "member tier" -> new TierCommand();
          case "member transfer" -> new TransferCommand();
          case "member merge" -> new MergeCommand();
          case "member unmerge" -> new UnmergeCommand();
          case "audit verify" -> new VerifyCommand();
          case "audit explain" -> new ExplainCommand();
          case "audit log" -> new LogCommand();
          case "db info" -> new InfoCommand();
          case "db backup" -> new BackupCommand();
          case "db copy" -> new CopyCommand();
          case "db migrate" -> new MigrateCommand();
          case "db check" -> new dev.kopilka.command.db.CheckCommand();
          case "completion" -> new Completion();
          case "help" -> new Help();
          case "__complete" -> new Complete();
          default -> points(path);
        };
    return Optional.ofNullable(command);
  }

  /** What moves points. */
  private static Command points(String path) {
    return switch (path) {
      case "accrue purchase" -> new PurchaseCommand();
      case "accrue return" -> new ReturnCommand();
      case "accrue activity" -> new ActivityCommand();
      case "accrue survey" -> new SurveyCommand();
      case "accrue adjust" -> new AdjustCommand();
      case "accrue import" -> new dev.kopilka.command.accrue.ImportCommand();
      case "accrue settle" -> new SettleCommand();
      case "redeem quote" -> new QuoteCommand();
      case "redeem points" -> new PointsCommand();
      case "redeem reward" -> new RewardCommand();
      case "redeem hold" -> new HoldCommand();
      case "redeem capture" -> new CaptureCommand();
      case "redeem release" -> new ReleaseCommand();
      case "redeem reverse" -> new ReverseCommand();
      case "redeem import" -> new dev.kopilka.command.redeem.ImportCommand();
      case "redeem catalog" -> new CatalogCommand();
      case "redeem stock" -> new StockCommand();
      default -> analysis(path);
    };
  }

  /** Segments and reports. */
  private static Command analysis(String path) {
    return switch (path) {
      case "segment rfm" -> new RfmCommand();
      case "segment clv" -> new ClvCommand();
      case "segment lifecycle" -> new LifecycleCommand();
      case "segment list" -> new ListCommand();
      case "segment run" -> new RunCommand();
      case "segment members" -> new dev.kopilka.command.segment.MembersCommand();
      case "segment compare" -> new CompareCommand();
      case "segment portrait" -> new PortraitCommand();
      case "segment actions" -> new ActionsCommand();
      case "pilot plan" -> new PlanCommand();
      case "pilot assign" -> new AssignCommand();
      case "pilot show" -> new dev.kopilka.command.pilot.ShowCommand();
      case "pilot result" -> new ResultCommand();
      case "pilot finish" -> new FinishCommand();
      case "report kpi" -> new KpiCommand();
      case "report goals" -> new GoalsCommand();
      case "report expiry" -> new ExpiryCommand();
      case "report liability" -> new LiabilityCommand();
      case "report members" -> new dev.kopilka.command.report.MembersCommand();
      case "report channels" -> new ChannelsCommand();
      case "report partners" -> new PartnersCommand();
      case "report staff" -> new StaffCommand();
      case "report surveys" -> new SurveysCommand();
      case "report cohorts" -> new CohortsCommand();
      default -> null;
    };
  }

  /** The commands that are not hidden, in order. */
  public static List<String> paths() {
    var paths = new ArrayList<String>();
    for (var path : ORDER) if (command(path).isPresent()) paths.add(path);
    return paths;
  }

  /** The first words of the commands, in order. */
  public static List<String> heads() {
    var heads = new ArrayList<String>();
    for (var path : ORDER) {
      if (!heads.contains(head(path)) && command(path).isPresent()) heads.add(head(path));
    }
    return heads;
  }

  /** The second words that may follow a noun, in order. */
  public static List<String> verbsOf(String noun) {
    var verbs = new ArrayList<String>();
    for (var path : paths()) {
      if (path.startsWith(noun + " ")) verbs.add(path.substring(noun.length() + 1));
    }
    return verbs;
  }

  /** Whether a second word must follow. */
  public static boolean isNoun(String word) {
    for (var path : ORDER) if (path.startsWith(word + " ")) return true;
    return false;
  }

  private static String head(String path) {
    var space = path.indexOf(' ');
    return space < 0 ? path : path.substring(0, space);
  }
}
